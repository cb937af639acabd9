import { z } from 'zod';
import { TOKEN_SCOPES, type TokenScope } from '../../routing/caller.js';
import { freeText } from '../../text/free-text.js';

/** The longest that a token can last. */
const LONGEST_DAYS = 366;

/** A personal token, without the secret itself, which nobody can read again. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

export const newTokenSchema = z.strictObject({
  name: freeText(100).refine((name) => name.trim() !== '', { error: 'is empty' }),
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1),
  days: z.int().min(1).max(LONGEST_DAYS).default(90).meta({ description: 'For how long it is valid' }),
});

export const apiTokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(TOKEN_SCOPES)),
    createdAt: z.string().meta({ format: 'date-time' }),
    expiresAt: z.string().meta({ format: 'date-time' }),
    lastUsedAt: z.string().nullable().meta({ format: 'date-time' }),
  })
  .meta({ id: 'ApiToken' });

import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { TOKEN_SCOPES, type TokenScope } from '../routing/caller.js';

/** What a personal token begins with, so that people and scanners know one where they see it. */
const PREFIX = 'arshjul_';

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
  name: z
    .string()
    .max(100)
    .refine((name) => name.trim() !== '', { error: 'is empty' }),
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1),
  days: z.int().min(1).max(LONGEST_DAYS).default(90).meta({ description: 'For how long it lasts' }),
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

/** A new secret of 256 random bits. */
export function newTokenSecret(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/** What is stored of a secret. It has 256 random bits: a slow hash would add nothing. */
export function tokenHashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

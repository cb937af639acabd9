import { z } from 'zod';
import { ACCOUNT_FATES, KEPT_BECAUSE } from '../data-subject.js';

const reasonSchema = z
  .enum(KEPT_BECAUSE)
  .nullable()
  .meta({
    description:
      'Why an account is kept or left out although it is connected to this person: `shared` when somebody else or another county ' +
      'also uses it, `unproven` when its owner has never signed in with it as this person; null when there is none',
  });

/** What an export says of an account that it leaves out. */
export const keptAccountSchema = z.object({ accountKept: reasonSchema });

/** What an erasure says of the account. */
export const accountFateSchema = keptAccountSchema.extend({
  account: z.enum(ACCOUNT_FATES).meta({ description: 'What has happened to the account they sign in with' }),
});

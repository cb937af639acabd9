import { z } from 'zod';
import { ACCOUNT_FATES, KEPT_BECAUSE } from '../data-subject.js';

const reasonSchema = z
  .enum(KEPT_BECAUSE)
  .nullable()
  .meta({
    description:
      'Why an account stays, or is left out, although it leads to them: `shared` when somebody else or another county ' +
      'has to do with it too, `unproven` when its owner has never signed in by it as this person; null when none does',
  });

/** What an export says of an account that it leaves out. */
export const keptAccountSchema = z.object({ accountKept: reasonSchema });

/** What an erasure says of the account. */
export const accountFateSchema = keptAccountSchema.extend({
  account: z
    .enum(ACCOUNT_FATES)
    .meta({ description: 'What has become of the account by which they sign in' }),
});

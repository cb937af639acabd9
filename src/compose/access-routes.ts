import { auditRoutes } from '../access/audit/audit.routes.js';
import { accountRoutes } from '../access/privacy/account.routes.js';
import { sessionRoutes } from '../access/sign-in/session.routes.js';
import { type SignInRouteParts, signInRoutes } from '../access/sign-in/sign-in.routes.js';
import { tokenRoutes } from '../access/tokens/token.routes.js';

/** Every route of access; what is of no county is recorded in the county given, the installation's. */
export function accessRoutes(signIn: SignInRouteParts, county: string) {
  const { database, now } = signIn;
  return [
    ...signInRoutes(signIn),
    ...sessionRoutes({ database, county, now }),
    ...tokenRoutes({ database, now }),
    ...auditRoutes({ database }),
    ...accountRoutes({ database, now }),
  ] as const;
}

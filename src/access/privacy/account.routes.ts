import { z } from 'zod';
import type { Instant } from '../../calendar/iso-date.js';
import type { Database } from '../../database/database.js';
import { GIVEN_ROLES } from '../../people/given-role.js';
import { isNobodysAddress } from '../../people/nobodys-address.js';
import { RequestProblem } from '../../routing/problem.js';
import { route } from '../../routing/route.js';
import { recordAudit } from '../audit/audit.store.js';
import { accountFate } from '../data-subject.js';
import { membershipsOf } from '../roles/membership.store.js';
import { type Account, accountsOfCounty } from './account.store.js';
import { accountFateSchema, keptAccountSchema } from './account-fate.js';
import { subjectOfUser } from './data-subject.store.js';
import { eraseTraces } from './erase.store.js';
import { exportOf } from './export.store.js';

const accountSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    address: z.string().nullable().meta({ description: 'Null when the provider has not verified one' }),
    roles: z.array(z.object({ unit: z.string(), role: z.enum(GIVEN_ROLES) })),
    signedInAt: z.string().meta({ format: 'date-time', description: 'When they last signed in' }),
  })
  .meta({
    id: 'Account',
    description: 'Somebody known only by an account that does not belong to a single person',
  });

const erasedAccountSchema = accountSchema.extend(accountFateSchema.shape).meta({ id: 'ErasedAccount' });

export interface AccountContext {
  readonly database: Database;
  readonly now: () => Instant;
}

/** The routes of accounts that have signed in through a provider and are not persons of any unit. */
export function accountRoutes({ database, now }: AccountContext) {
  const params = z.object({ id: z.string() });
  const countyOf = (id: string) => id.slice(0, 2);
  const view = async ({ id, user, signedInAt }: Account) => ({
    id,
    name: user.name,
    address: isNobodysAddress(user.email) ? null : user.email,
    roles: (await membershipsOf(database, user))
      .filter(({ county }) => county === countyOf(id))
      .map(({ unitId, role }) => ({ unit: unitId, role })),
    signedInAt,
  });
  const accountOrProblem = async (id: string): Promise<Account> => {
    const account = (await accountsOfCounty(database, countyOf(id))).find((each) => each.id === id);
    if (!account) throw new RequestProblem('not-found', `No account has the id ${id}.`);
    return account;
  };
  return [
    route({
      method: 'get',
      path: '/api/accounts',
      summary:
        'List, by name, everyone who has signed in to a county and is known there only by a provider’s claims',
      query: z.object({ county: z.string() }),
      response: z.array(accountSchema),
      handle: async ({ query: { county } }) =>
        Promise.all((await accountsOfCounty(database, county)).map(view)),
    }),
    route({
      method: 'get',
      path: '/api/accounts/{id}/export',
      summary: 'Export everything stored about somebody who is known only by a provider’s claims',
      params,
      response: z.looseObject({ person: accountSchema, ...keptAccountSchema.shape }),
      handle: async ({ params: { id }, caller }) => {
        const account = await accountOrProblem(id);
        const county = countyOf(id);
        await recordAudit(database, { county, event: 'person-exported', by: caller, about: id }, now());
        const subject = await subjectOfUser(database, county, account.user);
        const exported = await exportOf(database, subject);
        return { person: await view(account), accountKept: subject.kept, ...exported };
      },
    }),
    route({
      method: 'delete',
      path: '/api/accounts/{id}',
      summary:
        'Erase an account known only by a provider’s claims; it is created again if the provider still lets them in and they sign in again',
      params,
      response: erasedAccountSchema,
      handle: async ({ params: { id }, caller }) => {
        const account = await accountOrProblem(id);
        const county = countyOf(id);
        const erased = await view(account);
        const fate = await database.transaction().execute(async (transaction) => {
          const subject = await subjectOfUser(transaction, county, account.user);
          await eraseTraces(transaction, subject);
          return accountFate(subject);
        });
        const detail = { account: fate.account };
        await recordAudit(database, { county, event: 'person-erased', by: caller, about: id, detail }, now());
        return { ...erased, ...fate };
      },
    }),
  ] as const;
}

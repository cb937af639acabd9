import { beforeAll, expect, it } from 'vitest';
import { CLIENT, startProvider, type TestProvider } from '../access/oidc-provider.js';
import { addSchool } from './people.js';
import { signInAtProvider } from './provider-sign-in.js';
import { underAttack } from './watched-service.js';

const FJELLET = 'fc:org:fylke.example:unit:NO974760673';
const VIKA = 'fc:org:fylke.example:unit:NO999999999';

const group = (id: string, affiliation: string | readonly string[]) => ({ id, membership: { affiliation } });

/** What the provider says of each account. */
const ACCOUNTS: Readonly<Record<string, Record<string, unknown>>> = {
  teacher: { groups: [group(FJELLET, ['employee'])] },
  'teacher-of-both': { groups: [group(VIKA, 'employee'), group(FJELLET, ['member', 'employee'])] },
  pupil: { groups: [group(FJELLET, ['student'])] },
  'pupil-here-employee-there': { groups: [group(FJELLET, ['student']), group(VIKA, ['employee'])] },
  'employee-there-pupil-here': { groups: [group(VIKA, ['employee']), group(FJELLET, ['student', 'member'])] },
  'pupil-who-says-employee': {
    groups: [group(FJELLET, ['student'])],
    affiliation: 'employee',
    membership: { affiliation: 'employee' },
  },
  'in-parts': { groups: [{ id: FJELLET }, { membership: { affiliation: 'employee' } }] },
  'in-a-list-of-ids': { groups: [{ id: [FJELLET, VIKA], membership: [{ affiliation: 'student' }] }] },
  'the-first-coordinator': { email: 'coordinator-39@arshjul.invalid', email_verified: true },
  'the-first-coordinator-in-capitals': { email: 'COORDINATOR-39@ARSHJUL.INVALID', email_verified: true },
  'with-a-made-up-address': { email: 'coordinator-39@arshjul.invalid' },
};

let provider: TestProvider;

for (const trustsEmail of ['false', 'true'])
  underAttack(
    `roles that a provider’s claims do not give, with OIDC_TRUST_EMAIL=${trustsEmail}`,
    (target) => {
      beforeAll(async () => {
        await addSchool(target.service, '39-fjellet', 'Fjellet videregående skole');
      });

      const roleOf = async (account: string) => {
        const headers = await signInAtProvider(target.service, account);
        return (await target.service.get<{ role: string }>('/api/session', headers)).role;
      };

      it.each(['teacher', 'teacher-of-both'])('go to whom the whole rule fits: %s', async (account) => {
        expect(await roleOf(account)).toBe('unit-coordinator');
      });

      it.each(Object.keys(ACCOUNTS).filter((account) => !account.startsWith('teacher')))(
        'do not go to %s',
        async (account) => {
          expect(await roleOf(account)).toBe('anyone');
        },
      );
    },
    {
      on: trustsEmail === 'true' ? 'SQLite' : undefined,
      prepare: async (url) => {
        provider = await startProvider(url, (account) => ({ name: account, ...ACCOUNTS[account] }));
        const and = [{ claim: 'groups.membership.affiliation', value: 'employee' }];
        const rule = {
          claim: 'groups.id',
          value: FJELLET,
          and,
          unit: '39-fjellet',
          role: 'unit-coordinator',
        };
        return {
          OIDC_ISSUER: provider.issuer,
          OIDC_CLIENT_ID: CLIENT.id,
          OIDC_CLIENT_SECRET: CLIENT.secret,
          OIDC_SCOPES: 'openid profile email groups',
          OIDC_PRIVATE_HOSTS: 'localhost',
          OIDC_TRUST_EMAIL: trustsEmail,
          OIDC_ROLE_MAP: JSON.stringify([rule]),
        };
      },
      after: () => provider.stop(),
    },
  );

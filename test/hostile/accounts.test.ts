import { beforeAll, expect, it } from 'vitest';
import { CLIENT, startProvider, type TestProvider } from '../access/oidc-provider.js';
import { OWN_PAGE } from '../access/sign-in.js';
import { addSchool, addSignedIn, type SignedIn, send } from './people.js';
import { signInAtProvider } from './provider-sign-in.js';
import { AUTOMATION, underAttack } from './watched-service.js';

const SCHOOL = '39-fjellet';
const COORDINATORS = 'arshjul-coordinators';

let provider: TestProvider;

interface Owner {
  readonly id: string;
  readonly address: string;
  readonly headers: Record<string, string>;
  readonly token: string;
}

underAttack(
  'accounts that others reach for by an address',
  (target) => {
    let unitCoordinator: SignedIn;
    let other: SignedIn;

    beforeAll(async () => {
      const { service } = target;
      await addSchool(service, SCHOOL, 'Fjellet videregående skole');
      unitCoordinator = await addSignedIn(target, {
        unitId: SCHOOL,
        role: 'unit-coordinator',
        name: 'Ulf',
        address: 'ulf@fjellet.example',
      });
      other = await addSignedIn(target, {
        unitId: '03',
        role: 'county-coordinator',
        name: 'Oda',
        address: 'oda@oslo.example',
      });
    });

    /** A coordinator of the county with a token, who stands in its unit or whom only the provider knows. */
    const owner = async (known: 'as a person' | 'by claims', name: string): Promise<Owner> => {
      const address = `${name}@vestfold.example`;
      const { id, headers } =
        known === 'as a person'
          ? await addSignedIn(target, { unitId: '39', role: 'county-coordinator', name, address })
          : { id: '', headers: await signInAtProvider(target.service, name) };
      const asked = { headers, body: { name: 'regnearket', scopes: ['read', 'write'] } };
      const { secret } = await send<{ secret: string }>(target.service, 201, 'POST', '/api/tokens', asked);
      return { id, address, headers, token: secret };
    };

    /** The owner of an account is who they were, in their browser and for their program. */
    const expectUntouched = async ({ headers, token }: Owner) => {
      const { service } = target;
      expect(await service.get('/api/session', headers)).toMatchObject({
        role: 'county-coordinator',
        county: '39',
      });
      await service.get('/api/people?county=39', { Authorization: `Bearer ${token}` });
      expect(await service.get('/api/tokens', headers)).toMatchObject([{ name: 'regnearket' }]);
    };

    const person = (unitId: string, address: string) => ({
      county: unitId.slice(0, 2),
      unitId,
      name: 'En kollega',
      address,
      role: 'none',
    });

    /** Exports a person and erases them: nothing is told of the owner’s account, and it stays. */
    const expectOutOfReach = async (by: SignedIn, id: string, of: Owner) => {
      const { service } = target;
      const exported = await service.ask('GET', `/api/people/${id}/export`, { headers: by.headers });
      expect(exported.status).toBe(200);
      expect(exported.body.toString()).not.toContain('regnearket');
      const { account } = exported.json<{ account?: { sessions?: unknown[] } | null }>();
      expect(account?.sessions ?? []).toEqual([]);
      const people = await service.get<{ id: string; version: number }[]>(
        `/api/people?county=${id.slice(0, 2)}`,
        by.headers,
      );
      const version = people.find((each) => each.id === id)?.version;
      const headers = { ...by.headers, 'If-Match': `"${version}"` };
      const erased = await service.ask('DELETE', `/api/people/${id}`, { headers });
      expect(erased.status, erased.body.toString()).toBe(200);
      await expectUntouched(of);
    };

    const add = (by: SignedIn, body: object) =>
      send<{ id: string }>(target.service, 201, 'POST', '/api/people', { headers: by.headers, body });

    for (const known of ['as a person', 'by claims'] as const) {
      it(`are out of reach of a unit’s coordinator who types the address of somebody known ${known}`, async () => {
        const kari = await owner(known, `kari-${known.replaceAll(' ', '-')}`);
        const { id } = await add(unitCoordinator, person(SCHOOL, kari.address));
        await expectOutOfReach(unitCoordinator, id, kari);
      });

      it(`are out of reach of a unit’s coordinator who types it in capitals, of somebody known ${known}`, async () => {
        const siri = await owner(known, `siri-${known.replaceAll(' ', '-')}`);
        const { id } = await add(unitCoordinator, person(SCHOOL, siri.address.toUpperCase()));
        await expectOutOfReach(unitCoordinator, id, siri);
      });

      it(`are out of reach of a unit’s coordinator who gives a colleague the address of somebody known ${known}`, async () => {
        const tone = await owner(known, `tone-${known.replaceAll(' ', '-')}`);
        const { id } = await add(unitCoordinator, person(SCHOOL, 'en.kollega@fjellet.example'));
        const headers = { ...unitCoordinator.headers, 'If-Match': '"1"' };
        await target.service.ask('PATCH', `/api/people/${id}`, { headers, body: { address: tone.address } });
        await expectOutOfReach(unitCoordinator, id, tone);
      });

      it(`are out of reach of another county’s coordinator who types the address of somebody known ${known}`, async () => {
        const wenche = await owner(known, `wenche-${known.replaceAll(' ', '-')}`);
        const { id } = await add(other, person('03', wenche.address));
        await expectOutOfReach(other, id, wenche);
      });
    }

    it('get no role from whoever types their address', async () => {
      const { address } = await owner('as a person', 'eva');
      const body = { ...person(SCHOOL, address), role: 'county-coordinator' };
      const { status } = await target.service.ask('POST', '/api/people', {
        headers: unitCoordinator.headers,
        body,
      });
      expect([400, 403]).toContain(status);
    });

    it('are neither shown nor ended by requests with their ids', async () => {
      const [nina, pia] = [await owner('as a person', 'nina'), await owner('by claims', 'pia')];
      const accounts = await target.service.get<{ id: string; address: string }[]>('/api/accounts?county=39');
      const account = accounts.find(({ address }) => address === pia.address)?.id;
      for (const path of [
        `/api/accounts/${account}/export`,
        `/api/people/${nina.id}/export`,
        '/api/accounts?county=39',
      ])
        for (const { headers } of [unitCoordinator, other, { headers: OWN_PAGE }]) {
          const { status } = await target.service.ask('GET', path, { headers });
          expect([401, 403, 404], path).toContain(status);
        }
      for (const path of [`/api/people/${nina.id}`, `/api/accounts/${account}`]) {
        const headers = { ...other.headers, 'If-Match': '"1"' };
        expect([403, 404]).toContain((await target.service.ask('DELETE', path, { headers })).status);
      }
      await expectUntouched(nina);
      await expectUntouched(pia);
    });

    it('are given out to their own county', async () => {
      const { id } = await owner('as a person', 'berit');
      const exported = await target.service.get(`/api/people/${id}/export`, AUTOMATION);
      expect(JSON.stringify(exported)).toContain('regnearket');
    });
  },
  {
    prepare: async (url) => {
      provider = await startProvider(url, (account) => ({
        name: account,
        email: `${account}@vestfold.example`,
        email_verified: true,
        groups: [COORDINATORS],
      }));
      return {
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: CLIENT.id,
        OIDC_CLIENT_SECRET: CLIENT.secret,
        OIDC_SCOPES: 'openid profile email groups',
        OIDC_PRIVATE_HOSTS: 'localhost',
        OIDC_ROLE_MAP: JSON.stringify([
          { claim: 'groups', value: COORDINATORS, unit: '39', role: 'county-coordinator' },
        ]),
      };
    },
    after: () => provider.stop(),
  },
);

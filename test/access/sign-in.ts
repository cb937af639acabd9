import request from 'supertest';
import { createAuth, makeLinkToken } from '../../src/access/sign-in/auth.js';
import type { Service } from '../../src/compose/service.js';
import { openDatabase } from '../../src/database/database.js';
import { ADMIN_TOKEN, SECRET_KEY } from '../http/test-service.js';

/** What a browser says with a request of one of the service's own pages. */
export const OWN_PAGE = { 'Sec-Fetch-Site': 'same-origin' };

/** The token of a one-time link for an address, made as the service makes it, on its database. */
export async function linkTokenFor(
  databaseAddress: string,
  address: string,
  name = address,
): Promise<string> {
  const database = openDatabase(databaseAddress);
  try {
    const auth = createAuth({
      database,
      secretKey: SECRET_KEY,
      baseUrl: 'http://localhost',
      provider: undefined,
      onSession: async () => undefined,
      onWarning: () => undefined,
    });
    return await makeLinkToken(auth, address, name);
  } finally {
    await database.destroy();
  }
}

/** Uses a link, as the page does. */
export function openLink(service: Service, token: string) {
  return request(service.url).post('/api/sign-in/link').set(OWN_PAGE).send({ token });
}

/** The cookies of an answer, as a browser sends them back. */
export function cookiesOf({ headers }: { readonly headers: Record<string, unknown> }): string {
  return [headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => String(cookie).split(';')[0])
    .join('; ');
}

/** Adds somebody with a role to a unit and signs them in; answers the headers of their requests and their id. */
export async function signInAs(
  service: Service,
  databaseAddress: string,
  person: {
    readonly unitId: string;
    readonly role: string;
    readonly name: string;
    readonly address?: string;
  },
): Promise<{ readonly id: string; readonly headers: Record<string, string> }> {
  const address =
    person.address ?? `${person.name.toLowerCase().replaceAll(' ', '.')}@${person.unitId}.example`;
  const { body } = await request(service.url)
    .post('/api/people')
    .set('Authorization', `Bearer ${ADMIN_TOKEN}`)
    .send({ county: person.unitId.slice(0, 2), ...person, address })
    .expect(201);
  const cookie = await signIn(service, databaseAddress, address);
  return { id: body.id, headers: { Cookie: cookie, ...OWN_PAGE } };
}

/** Signs in whoever has an address; answers the cookie. */
export async function signIn(service: Service, databaseAddress: string, address: string): Promise<string> {
  return cookiesOf(await openLink(service, await linkTokenFor(databaseAddress, address)).expect(200));
}

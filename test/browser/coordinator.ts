import type { Service } from '../../src/compose/service.js';
import { signInAs } from '../access/sign-in.js';
import type { SignedIn } from './browser.js';

/** Adds a coordinator of the county to a service and signs them in, for windows of a browser. */
export async function signInCoordinator(service: Service, databaseAddress: string): Promise<SignedIn> {
  const person = { unitId: '39', role: 'county-coordinator', name: 'Kari Nordmann' };
  const { headers } = await signInAs(service, databaseAddress, person);
  return { url: service.url, cookie: headers.Cookie ?? '' };
}

import { expect } from 'vitest';
import { linkTokenFor, OWN_PAGE } from '../access/sign-in.js';
import type { Answer, Asked } from './asking.js';
import { AUTOMATION, type Target, type WatchedService } from './watched-service.js';

export interface SignedIn {
  /** Of the person; empty for somebody who stands in no unit. */
  readonly id: string;
  readonly headers: Record<string, string>;
}

/** Sends as automation, or as who the headers say; fails the test when the answer is not the one that is expected. */
export async function send<T>(
  service: WatchedService,
  status: number,
  method: string,
  path: string,
  asked: Asked = {},
): Promise<T> {
  const answer = await service.ask(method, path, { ...asked, headers: asked.headers ?? AUTOMATION });
  expect(answer.status, `${method} ${path}: ${answer.body.toString().slice(0, 400)}`).toBe(status);
  return answer.json<T>();
}

/** Adds a school. */
export function addSchool(service: WatchedService, id: string, name: string): Promise<unknown> {
  const body = { county: id.slice(0, 2), id, kind: 'school', name };
  return send(service, 201, 'POST', '/api/units', { body });
}

/** Adds somebody with a role and signs them in by a one-time link. */
export async function addSignedIn(
  { service, database }: Target,
  person: { readonly unitId: string; readonly role: string; readonly name: string; readonly address: string },
): Promise<SignedIn> {
  const body = { county: person.unitId.slice(0, 2), ...person };
  const { id } = await send<{ id: string }>(service, 201, 'POST', '/api/people', { body });
  return { id, headers: await signInAt({ service, database }, person.address) };
}

/** Signs in whoever has an address; answers the headers of their requests. */
export async function signInAt(
  { service, database }: Target,
  address: string,
  headers: Record<string, string> = {},
): Promise<Record<string, string>> {
  const token = await linkTokenFor(database.address, address);
  const body = { token };
  const answer = await service.ask('POST', '/api/sign-in/link', {
    headers: { ...OWN_PAGE, ...headers },
    body,
  });
  expect(answer.status).toBe(200);
  return { Cookie: cookiesIn(answer), ...OWN_PAGE };
}

/** The cookies of an answer, as a browser sends them back. */
export function cookiesIn({ headers }: Pick<Answer, 'headers'>): string {
  return [headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

import request, { type Test } from 'supertest';
import { ADMIN_TOKEN } from '../http/test-service.js';
import type { Mailing } from '../reminders/mailing.js';

type Method = 'get' | 'post' | 'patch' | 'delete';

/** What a request says besides its method and path. */
export interface Asked {
  readonly body?: object;
  /** The headers of who asks; the county's coordinator by ADMIN_TOKEN when left out. */
  readonly as?: Readonly<Record<string, string>>;
  /** The ETag that a change starts from. */
  readonly from?: string;
}

/** The county's coordinator; with a unit, that unit's. */
export function automation(unit?: string): Record<string, string> {
  return { Authorization: `Bearer ${ADMIN_TOKEN}`, ...(unit !== undefined && { 'Acting-Unit': unit }) };
}

/** Asks the service of a test, whatever it answers. */
export function ask(
  { service }: Pick<Mailing, 'service'>,
  method: Method,
  path: string,
  { body, as = automation(), from }: Asked = {},
): Test {
  const asked = request(service.url)
    [method](path)
    .set(as)
    .set(from === undefined ? {} : { 'If-Match': from });
  return body === undefined ? asked : asked.send(body);
}

/** The same; throws with what was answered unless it worked. Returns the body, of the type that the caller knows it has. */
export async function done<Body = unknown>(
  mailing: Pick<Mailing, 'service'>,
  method: Method,
  path: string,
  asked?: Asked,
): Promise<Body> {
  const { status, body } = await ask(mailing, method, path, asked);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

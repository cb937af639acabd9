import { instant } from '../../src/calendar/iso-date.js';
import type { Service } from '../../src/compose/service.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';

export const CYCLE = '39-2026-2027';
export const SCHOOL = '39-horten-videregaende-skole';

/** The day that the page believes it is: a Wednesday in November 2026. */
export const TODAY = '2026-11-25T09:00:00Z';

/** A service with two public school years, of which coverage and workload are open to all, and a school, as the tests of the page look at it. */
export async function startPageService(
  address: string,
  settings: Record<string, string> = {},
): Promise<Service> {
  const service = await startTestService(address, { settings, now: () => instant(TODAY) });
  const headers = { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'application/json' };
  const call = async (method: string, path: string, body: object | null, version?: number) => {
    const response = await fetch(service.url + path, {
      method,
      headers: { ...headers, ...(version !== undefined && { 'If-Match': `"${version}"` }) },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  };
  await call('PATCH', '/api/units/39', { publicCoverage: true }, 1);
  await call('POST', '/api/units', { county: '39', kind: 'school', name: 'Horten videregående skole' });
  await call('POST', '/api/cycles', { county: '39', schoolYear: '2025/2026' });
  await call('PATCH', '/api/cycles/39-2025-2026', { public: true }, 1);
  await call('POST', '/api/cycles/39-2025-2026/publish', null, 2);
  return service;
}

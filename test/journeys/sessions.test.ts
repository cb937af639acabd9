import { expect, it } from 'vitest';
import { findingsOn } from '../browser/axe.js';
import { overflowOf } from '../browser/browser.js';
import { onDatabase } from '../database/databases.js';
import { journeys } from './journey.js';

const SESSIONS = '/administration/sessions';

onDatabase('SQLite', 'where somebody is signed in', (createDatabase) => {
  const journey = journeys(createDatabase);

  it('is seen from the name at the top, and each place is signed out of, or all at once', async () => {
    const { openAs, service } = journey();
    const { page: phone, complaints } = await openAs('kari', '/');
    const { page: tablet, complaints: others } = await openAs('kari', '/');
    const { page } = await openAs('kari', '/');
    await page.getByRole('link', { name: 'kari', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Innlogginger' }).waitFor();
    const rows = page.getByRole('row').filter({ hasText: 'Chrome på Linux' });
    await rows.first().getByText('Denne').waitFor();
    expect(await rows.count()).toBe(3);
    expect(await findingsOn(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await findingsOn(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);

    await rows.nth(2).getByRole('button', { name: 'Avslutt Chrome på Linux' }).click();
    await page.getByText('Du er logget ut i Chrome på Linux.').waitFor();
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByRole('button', { name: 'Logg ut alle andre steder' }).click();
    await page.getByText('Du er logget ut alle andre steder.').waitFor();
    await expect.poll(() => rows.count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Logg ut alle andre steder' }).count()).toBe(0);
    for (const elsewhere of [phone, tablet]) {
      const session = await elsewhere.request.get(`${service.url}/api/session`);
      expect((await session.json()).role).toBe('anyone');
    }
    // What the other windows ask for is refused from then on.
    complaints.splice(0);
    others.splice(0);
  });

  it('is seen also by who has no role any more', async () => {
    const { openAs, call } = journey();
    // Not at a cycle: its stream of events would be refused from then on, and the browser complain of it.
    const { page } = await openAs('ola', SESSIONS);
    const people = (await call('get', '/api/people?county=39')).body as { id: string; name: string }[];
    const id = people.find(({ name }) => name === 'ola')?.id;
    await call('patch', `/api/people/${id}`, { role: 'none' }, 1);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Innlogginger' }).waitFor();
    await page.getByRole('row').filter({ hasText: 'Chrome på Linux' }).getByText('Denne').waitFor();
    expect(await findingsOn(page)).toEqual([]);
  });
});

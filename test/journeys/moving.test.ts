import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { CYCLE, type Journey, journeys, SCHOOL, settled } from './journey.js';

/** A deadline of one day, 1 March 2027, and a task of the same month. */
const TASK = `${CYCLE}-soknadsfrist-videregaende`;
const DAY = '2027-03-01';

const PATIENTLY = { timeout: 15_000 };

onDatabase('SQLite', 'moving tasks', (createDatabase) => {
  const journey = journeys(createDatabase);
  const view = (name: string, more = '') => `/cycles/${CYCLE}/${name}${more}`;
  const startOf = async (call: Journey['call'], id = TASK) =>
    (await call('get', `/api/tasks/${id}`)).body.start as string;
  const seesToast = (page: Page, text: string) =>
    page.getByRole('status').filter({ hasText: text }).first().waitFor();
  const mark = (page: Page) => page.locator(`[data-task="${TASK}"]`).first();

  /** Drags with the mouse from the middle of an element, through the steps given from there. */
  const drag = async (page: Page, from: Locator, ...steps: readonly (readonly [number, number])[]) => {
    await from.scrollIntoViewIfNeeded();
    const box = await from.boundingBox();
    if (!box) throw new Error('it is not on the page');
    const [x, y] = [box.x + Math.min(box.width, 20) / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const [right, down] of steps) await page.mouse.move(x + right, y + down, { steps: 5 });
  };
  const dayWidth = async (page: Page) => {
    const boxes = await Promise.all(
      ['2027-03-08', '2027-03-09'].map((date) => page.locator(`[data-date="${date}"]`).first().boundingBox()),
    );
    return (boxes[1]?.x ?? 0) - (boxes[0]?.x ?? 0);
  };

  it('is done in the month by dragging to another day, undone after a reload, and redone', async () => {
    const { call, openAs } = journey();
    const { page } = await openAs('kari', view('month', '?month=2027-03'));
    await mark(page).waitFor();
    await drag(page, mark(page), [30, 0], [2 * (await dayWidth(page)), 0]);
    await page.mouse.up();
    await seesToast(page, 'er flyttet til onsdag 3. mars 2027');
    expect(await startOf(call)).toBe('2027-03-03');
    await page.reload();
    await page.getByRole('button', { name: 'Angre', disabled: false }).waitFor();
    await page.keyboard.press('Control+z');
    await seesToast(page, 'er angret');
    expect(await startOf(call)).toBe(DAY);
    await page.keyboard.press('Control+Shift+Z');
    await seesToast(page, 'er gjort på nytt');
    expect(await startOf(call)).toBe('2027-03-03');
    await page.getByRole('region', { name: 'Siste endring' }).getByRole('button', { name: 'Angre' }).click();
    await seesToast(page, 'er angret');
    expect(await startOf(call)).toBe(DAY);
  });

  it('is done on the timeline and around the wheel, and left alone with Escape', async () => {
    const { call, openAs } = journey();
    const { page } = await openAs('kari', view('timeline', '?zoom=month:2027-03-01'));
    await mark(page).waitFor();
    await settled(page);
    await drag(page, mark(page), [60, 0], [120, 0]);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(page.url()).toContain('/timeline');
    await drag(page, mark(page), [60, 0], [120, 0]);
    await page.mouse.up();
    await seesToast(page, 'er flyttet til');
    const moved = await startOf(call);
    expect(moved > DAY && moved < '2027-03-08').toBe(true);

    // It would lie over the lower part of the wheel for a while.
    await page.getByRole('region', { name: 'Siste endring' }).getByRole('button', { name: 'Lukk' }).click();
    await page.getByRole('link', { name: 'Hjul', exact: true }).click();
    await mark(page).waitFor();
    await settled(page);
    await drag(page, mark(page).locator('path').first(), [-20, -10], [-60, -60]);
    await page.mouse.up();
    await expect.poll(() => startOf(call), PATIENTLY).not.toBe(moved);
    expect(page.url()).not.toContain('/tasks/');
  });

  it('is done by keyboard in each of them, heard on the way, and keeps its place', async () => {
    const { call, openAs } = journey();
    const { page } = await openAs('kari', view('wheel', '?zoom=month:2027-03-01'));
    const focused = () => page.evaluate('document.activeElement?.dataset.task');
    await mark(page).focus();
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageDown');
    await seesToast(page, 'tirsdag 9. mars 2027');
    await page.keyboard.up('Shift');
    await seesToast(page, 'er flyttet til tirsdag 9. mars 2027');
    expect(await startOf(call)).toBe('2027-03-09');
    await expect.poll(focused, PATIENTLY).toBe(TASK);

    await page.getByRole('link', { name: 'Tidslinje', exact: true }).click();
    await mark(page).focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await seesToast(page, 'er flyttet til mandag 8. mars 2027');
    await page.keyboard.down('Shift');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Escape');
    await page.keyboard.up('Shift');
    await seesToast(page, 'står der den sto');
    expect(await startOf(call)).toBe('2027-03-08');

    await page.goto(`${journey().service.url}${view('month', '?month=2027-03')}`);
    await page.locator(`a:has([data-task="${TASK}"])`).first().focus();
    await page.keyboard.press('Shift+ArrowRight');
    await seesToast(page, 'er flyttet til tirsdag 9. mars 2027');
    expect(await startOf(call)).toBe('2027-03-09');
  });

  it('of two people is undone by each for themselves, and a stale move overwrites nothing', async () => {
    const { call, openAs } = journey();
    const OTHER = `${CYCLE}-apen-skole`;
    const kari = await openAs('kari', view('timeline', '?zoom=month:2027-03-01'));
    await mark(kari.page).focus();
    await kari.page.keyboard.press('Shift+ArrowRight');
    await seesToast(kari.page, 'er flyttet');
    const per = await openAs('per', view('timeline', '?zoom=month:2027-01-01'));
    await per.page.locator(`[data-task="${OTHER}"]`).focus();
    await per.page.keyboard.press('Shift+ArrowRight');
    await seesToast(per.page, 'er flyttet');
    await per.page.keyboard.press('Control+z');
    await seesToast(per.page, 'er angret');
    expect([await startOf(call), await startOf(call, OTHER)]).toEqual(['2027-03-02', '2027-01-27']);

    // What has come about since Kari looked, and her page has not heard of.
    await kari.page.route('**/view?*', (route) => route.abort());
    const { version } = (await call('get', `/api/tasks/${TASK}`)).body;
    await mark(kari.page).focus();
    await kari.page.keyboard.down('Shift');
    await kari.page.keyboard.press('ArrowRight');
    await call('patch', `/api/tasks/${TASK}`, { start: '2027-03-10' }, version);
    await kari.page.unroute('**/view?*');
    await kari.page.keyboard.up('Shift');
    await seesToast(kari.page, 'i mellomtiden. Den står nå onsdag 10. mars 2027');
    expect(await startOf(call)).toBe('2027-03-10');
    kari.complaints.length = 0;
  });

  it('of many goes by the list: all of them or none, and says which stand in the way', async () => {
    const { call, openAs } = journey();
    const watched = await openAs('kari', view('agenda', '?q=åpen skole'));
    const { page } = watched;
    const boxes = page.getByRole('checkbox', { name: /^Velg «/ });
    await boxes.first().waitFor();
    const count = await boxes.count();
    await page.getByRole('checkbox', { name: /^Velg alle/ }).check();
    await page.getByLabel('Skoledager').fill('190');
    await page.getByRole('button', { name: /^Endre \d/ }).click();
    const refusal = page.getByRole('alert').filter({ hasText: 'Ingenting er endret' });
    await refusal.waitFor();
    const inTheWay = refusal.getByRole('listitem');
    expect(await inTheWay.count()).toBe(count);
    expect(await inTheWay.first().textContent()).toContain('ville havne utenfor skoleåret');
    watched.complaints.length = 0;
    await page.getByLabel('Skoledager').fill('1');
    await page.getByRole('button', { name: /^Endre \d/ }).click();
    await seesToast(page, `${count} ${count === 1 ? 'oppgave' : 'oppgaver'} er endret`);
    expect(await startOf(call, `${CYCLE}-apen-skole`)).toBe('2027-01-28');
    await page.getByRole('region', { name: 'Siste endring' }).getByRole('button', { name: 'Angre' }).click();
    await seesToast(page, 'er angret');
    expect(await startOf(call, `${CYCLE}-apen-skole`)).toBe('2027-01-27');
  });

  it('is not for readers, and to a school only within the days that the county allows', async () => {
    const { call, openAs } = journey();
    const ola = await openAs('ola', view('timeline', '?zoom=month:2027-03-01'));
    await mark(ola.page).waitFor();
    await settled(ola.page);
    await drag(ola.page, mark(ola.page), [60, 0], [120, 0]);
    await ola.page.mouse.up();
    await mark(ola.page).focus();
    await ola.page.keyboard.press('Shift+ArrowRight');
    expect(await ola.page.getByRole('button', { name: 'Angre' }).count()).toBe(0);
    expect(await startOf(call)).toBe(DAY);

    const OPEN = `${CYCLE}-apen-skole`;
    await call('patch', `/api/tasks/${OPEN}`, { leeway: { before: 0, after: 3 } }, 1);
    const siri = await openAs('siri', view('timeline', `?unit=${SCHOOL}&zoom=month:2027-01-01`));
    const own = siri.page.locator(`[data-task="${OPEN}"]`);
    await own.focus();
    await siri.page.keyboard.press('Shift+PageDown');
    await seesToast(siri.page, 'er flyttet til lørdag 30. januar 2027');
    expect((await call('get', `/api/tasks/${OPEN}?unit=${SCHOOL}`)).body.start).toBe('2027-01-30');
    expect(await startOf(call, OPEN)).toBe('2027-01-27');
    expect(await siri.page.locator('[data-movable="true"]').count()).toBe(1);
  });
});

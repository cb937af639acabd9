import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { CYCLE, journeys, SCHOOL, settled } from './journey.js';

onDatabase('SQLite', 'the view that a cycle is seen in', (createDatabase) => {
  const journey = journeys(createDatabase, {}, 'all tests');
  const TASK = `${CYCLE}-apen-skole`;

  const unitOf = (page: Page) => new URL(page.url()).searchParams.get('unit');
  const found = (page: Page) => page.getByText(/^Viser \d+ av \d+ oppgaver$/).textContent();
  const goTo = async (page: Page, path: string) => {
    await page.goto(journey().service.url + path);
    await page.locator('h1').first().waitFor();
    await settled(page);
  };

  it('is that of the reader’s unit by whichever way they come', async () => {
    const { page } = await journey().openAs('siri', '/');
    await settled(page);
    const atHome = await found(page);
    expect(atHome).not.toBeNull();
    for (const view of ['', '/agenda', '/month', '/wheel', '/timeline']) {
      await goTo(page, `/cycles/${CYCLE}${view}?phase=oppstart-vg1`);
      expect(unitOf(page), view).toBe(SCHOOL);
      expect(new URL(page.url()).searchParams.get('phase'), view).toBe('oppstart-vg1');
      await goTo(page, `/cycles/${CYCLE}${view}`);
      expect(await found(page), view).toBe(atHome);
    }
    for (const path of [`/tasks/${TASK}`, `/cycles/${CYCLE}/phases/oppstart-vg1`]) {
      await goTo(page, path);
      expect(unitOf(page), path).toBe(SCHOOL);
    }
  });

  it('is the one that the address names, the common one too, which the reader can choose', async () => {
    const { page } = await journey().openAs('siri', `/cycles/${CYCLE}/agenda`);
    await page.getByLabel('Se som enhet').selectOption('Felles for alle enheter');
    await expect.poll(() => unitOf(page)).toBe('common');
    await settled(page);
    const common = await found(page);
    await page.reload();
    await settled(page);
    expect(await found(page)).toBe(common);
    expect(await page.getByLabel('Se som enhet').inputValue()).toBe('');
    await page.getByRole('link', { name: 'Måned', exact: true }).click();
    expect(unitOf(page)).toBe('common');
    const { page: reader } = await journey().open(`/cycles/${CYCLE}/agenda`);
    await settled(reader);
    expect([await found(reader), unitOf(reader)]).toEqual([common, null]);
  });

  it('is the common one for those who work for the county, and in the frame of another site', async () => {
    const { page: kari } = await journey().openAs('kari', `/cycles/${CYCLE}/agenda`);
    expect(unitOf(kari)).toBeNull();
    const { page: siri } = await journey().openAs('siri', `/embed/cycles/${CYCLE}/agenda`);
    await settled(siri);
    expect(unitOf(siri)).toBeNull();
  });
});

import { expect, it } from 'vitest';
import { findingsOn } from '../browser/axe.js';
import { longestMotionOf, overflowOf, type WatchedPage } from '../browser/browser.js';
import { onDatabase } from '../database/databases.js';
import { journeys, type PersonName } from './journey.js';
import { STATES_OF_COUNTIES } from './open-states/of-counties.js';
import { STATES_OF_CYCLES } from './open-states/of-cycles.js';
import { STATES_OF_TASKS } from './open-states/of-tasks.js';
import { picture } from './pictures.js';

const OPEN_STATES = [...STATES_OF_TASKS, ...STATES_OF_CYCLES, ...STATES_OF_COUNTIES];

/** The narrowest phone that WCAG speaks of, and a tablet held upright. */
const NARROW = [768, 320];

onDatabase('SQLite', 'what opens on the pages of work', (createDatabase) => {
  const journey = journeys(createDatabase, {}, 'all tests');
  const windows = new Map<PersonName, Promise<WatchedPage>>();
  const windowOf = (name: PersonName) => {
    const its = windows.get(name) ?? journey().openAs(name, '/');
    windows.set(name, its);
    return its;
  };

  const cases = OPEN_STATES.map((state) => [state.name, state] as const);
  it.each(cases)(
    'has nothing that axe finds, fits, and stands still where that is wished: %s',
    async (name, { who, open, consoleMessage }) => {
      const { page, context, complaints } = await windowOf(who ?? 'kari');
      const { call, database, service } = journey();
      const goTo = async (path: string) => {
        await page.goto(service.url + path);
        // By its tag: a dialog that is open at once hides it from those who ask by role.
        await page.locator('h1').first().waitFor();
      };
      try {
        await open({ page, context, goTo, call, database });
        // The page behind a dialog is looked at without one elsewhere.
        const part = (await page.locator('dialog[open]').count()) > 0 ? 'dialog[open]' : 'html';
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect([colorScheme, await findingsOn(page, part)]).toEqual([colorScheme, []]);
          await picture(page, `${name}, ${colorScheme}`);
        }
        for (const width of NARROW) {
          await page.setViewportSize({ width, height: 900 });
          await picture(page, `${name}, ${width} px`);
          // A menu follows its button a moment after the window has another width.
          await expect.poll(() => overflowOf(page), { message: `at ${width} px` }).toBeLessThanOrEqual(0);
        }
        await page.emulateMedia({ reducedMotion: 'reduce' });
        expect(await longestMotionOf(page, part)).toBeLessThanOrEqual(0.01);
        expect(
          complaints.filter((text) => consoleMessage === undefined || !text.includes(consoleMessage)),
        ).toEqual([]);
      } finally {
        // The next begins with nothing carried, nothing written and a network.
        await page.keyboard.press('Escape');
        await page.keyboard.up('Shift');
        await page.goto('about:blank');
        await context.setOffline(false);
        await page.goto(`${service.url}/healthz`);
        await page.evaluate('localStorage.clear(); sessionStorage.clear()');
        complaints.length = 0;
        await page.setViewportSize({ width: 1440, height: 900 });
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
      }
    },
  );
});

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findingsOn } from '../browser/axe.js';
import { overflowOf } from '../browser/browser.js';

/** Expects that axe finds nothing on a page, in light and dark, and that it fits a narrow phone, as which it is left. */
export async function expectToReadWell(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect([colorScheme, await findingsOn(page)]).toEqual([colorScheme, []]);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
}

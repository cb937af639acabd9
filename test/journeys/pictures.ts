import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { settled } from './journey.js';

/** Keeps how a page looks, when the environment names a folder for it in SCREENSHOTS. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return;
  await settled(page);
  await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`), fullPage: true });
}

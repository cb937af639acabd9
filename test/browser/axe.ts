import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../src/language/text.js';
import { openPage, type SignedIn, settled } from './browser.js';
import { TODAY } from './page-service.js';

/** WCAG 2.1 A and AA, which Norwegian public bodies must meet (forskrift om universell utforming av ikt § 4), and what axe thinks good besides. */
export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** What axe finds on a page as it stands there, or on the part of it that a selector names: nothing, if all is well. */
export async function findingsOn(page: Page, part = 'html'): Promise<string[]> {
  // What fades in has the contrast of its end, not of its middle.
  await settled(page);
  const { violations } = await new AxeBuilder({ page })
    // All violations with all their elements; of what passes axe would describe thousands that nobody reads.
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .include(part)
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

/** What axe finds on a page in a language and in light or dark: nothing, if all is well. */
export async function axeFindings(
  browser: Browser,
  address: string,
  language: Language,
  colorScheme: 'light' | 'dark',
  signedIn?: SignedIn,
): Promise<string[]> {
  const { page, context } = await openPage(browser, { colorScheme, ...(signedIn && { signedIn }) });
  try {
    await page.clock.setFixedTime(TODAY);
    await page.goto(`${address}${address.includes('?') ? '&' : '?'}language=${language}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return await findingsOn(page);
  } finally {
    await context.close();
  }
}

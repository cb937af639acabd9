import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { composeMail } from '../../src/reminders/mail/mail.js';
import type { Section } from '../../src/reminders/plan/owed-reminder.js';
import { seenWith } from '../../src/task/unit-view.js';
import { launchBrowser } from '../browser/browser.js';
import { taskNamed, vestfoldCycle, wordingIn } from '../cycle/samples.js';
import { kari } from './samples.js';

const folder = mkdtempSync(join(tmpdir(), 'arshjul-mail-'));
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const html = () => {
  const item = (section: Section, task = taskNamed('soknadsfrist-videregaende'), isNotified = false) => ({
    section,
    seen: seenWith(task, undefined),
    notifiedStart: isNotified ? isoDate('2027-02-26') : null,
    about: null,
    isOwn: true,
  });
  const long = { ...taskNamed('apen-skole'), title: { nb: 'Samarbeidsmøte'.repeat(12) } };
  return composeMail(
    {
      recipient: kari,
      day: isoDate('2027-02-15'),
      kind: 'daily',
      items: [item('reminder'), item('reminder', long), item('overdue', vestfoldCycle.tasks[3])],
    },
    {
      wording: wordingIn('nb'),
      calendarOf: () => '',
      countyName: 'Vestfold',
      units: [],
      replyTo: null,
      secretKey: 'x'.repeat(32),
      baseUrl: 'https://arshjul.example',
    },
  ).html;
};

describe('a mail in a browser', () => {
  it.each([320, 1200])('fits a width of %i pixels, with its text and links in sight', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.setContent(html());
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await page.getByRole('heading', { name: 'Snart' }).isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'Marker som gjort' }).count()).toBe(3);
    const buttons = await page.getByRole('link', { name: 'Marker som gjort' }).first().boundingBox();
    expect(buttons?.height).toBeGreaterThanOrEqual(40);
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: join(process.env.SCREENSHOTS, `mail-${width}.png`), fullPage: true });
    await page.close();
  });
});

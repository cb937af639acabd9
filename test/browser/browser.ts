import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';

/** Flags of its package that do not suit tests: one process for everything, and an emulated GPU, which adds up to a second to each window. */
const UNSUITED_FLAGS = /single-process|gpu|use-gl|use-angle|swiftshader/;

/** Starts Chromium: the one that CHROMIUM_PATH names, else the one that comes from npm. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await chromium.executablePath()),
    args: [...chromium.args.filter((flag) => !UNSUITED_FLAGS.test(flag)), '--disable-gpu'],
    headless: true,
  });
}

/** A page whose every complaint is kept: errors of scripts, of the console, of the content security policy. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
  /** The hosts that were asked for anything. */
  readonly hosts: ReadonlySet<string>;
}

export interface PageWish {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly hasTouch?: boolean;
  readonly reducedMotion?: 'reduce';
  readonly forcedColors?: 'active';
  /** The cookies of somebody who has signed in, as `signIn` gives them, and for which service. */
  readonly signedIn?: SignedIn;
}

export interface SignedIn {
  readonly url: string;
  readonly cookie: string;
}

/** Opens a page of its own, without anything kept from others. */
export async function openPage(
  browser: Browser,
  { width = 1440, height = 900, colorScheme = 'light', hasTouch = false, signedIn, ...wish }: PageWish = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    hasTouch,
    ...wish,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    permissions: ['clipboard-write', 'clipboard-read'],
  });
  if (signedIn) {
    const cookies = signedIn.cookie.split('; ').map((each) => {
      const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(each) ?? [];
      return { name, value, url: signedIn.url };
    });
    await context.addCookies(cookies);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http')) hosts.add(host);
  });
  return { page, context, complaints, hosts };
}

/** How far the page reaches beyond its window, or a dialog that is open on it beyond its own frame, in pixels. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    `Math.max(...[...document.querySelectorAll('html, dialog[open]')].map((each) => each.scrollWidth - each.clientWidth))`,
  );
}

/** The longest that anything in a part of the page would move or fade, in seconds: of every element and what its style adds to it. */
export function longestMotionOf(page: Page, part = 'html'): Promise<number> {
  return page.evaluate(`Math.max(
    ...[...document.querySelectorAll('${part}, ${part} *')].flatMap((element) =>
      [undefined, '::before', '::after', '::backdrop', '::details-content'].flatMap((part) => {
        const style = getComputedStyle(element, part);
        return [...style.animationDuration.split(','), ...style.transitionDuration.split(',')].map(parseFloat);
      }),
    ).filter(Number.isFinite),
  )`);
}

/** Waits until nothing on the page is being fetched, for ten looks in a row, because one part may fetch after another, and nothing fades in. */
export async function settled(page: Page): Promise<void> {
  const until = Date.now() + 60_000;
  for (let quiet = 0; quiet < 10; ) {
    if (Date.now() > until) throw new Error(`${page.url()} is still fetching after a minute`);
    quiet = (await page.locator('[aria-busy="true"]').count()) === 0 ? quiet + 1 : 0;
    await page.waitForTimeout(50);
  }
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => {})',
  );
}

/** Which browser says this of itself; the first that fits counts, because each also calls itself by those it descends from. */
const BROWSERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera|OPT)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/\S+ .*\bSafari\//, 'Safari'],
];

/** Which system it runs on. An iPad calls itself a Mac unless it shows the page for phones. */
const SYSTEMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\b(iPhone|iPod)\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** The common name of a browser, and of its operating system; each null when it is not one of the known ones. */
export interface BrowserName {
  readonly browser: string | null;
  readonly system: string | null;
}

/** Reads the browser and system from a User-Agent header; nothing else of it is used. */
export function browserName(userAgent: string | null | undefined): BrowserName {
  const named = (table: typeof BROWSERS) =>
    table.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? null;
  return { browser: named(BROWSERS), system: named(SYSTEMS) };
}

/** The two names as a session stores them; null when neither is known. */
export function writeBrowserName({ browser, system }: BrowserName): string | null {
  return browser === null && system === null ? null : `${browser ?? ''}/${system ?? ''}`;
}

/** The two names from the text that a session stores. */
export function readBrowserName(kept: string | null): BrowserName {
  const [browser = '', system = ''] = (kept ?? '').split('/');
  return { browser: browser || null, system: system || null };
}

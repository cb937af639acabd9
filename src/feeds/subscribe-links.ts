/** The addresses by which clients subscribe to a calendar (ICAL.md H8). */
export interface SubscribeLinks {
  readonly https: string;
  readonly webcal: string;
  /** Outlook of Microsoft 365, of work and school. */
  readonly outlookOffice: string;
  /** outlook.com, of private people. */
  readonly outlookLive: string;
  readonly google: string;
  /** Apple's calendars open webcal by themselves. */
  readonly apple: string;
}

/** Makes the one-click links of a feed's address. */
export function subscribeLinks(url: string, name: string): SubscribeLinks {
  const webcal = url.replace(/^https?:/, 'webcal:');
  const outlook = (host: string) =>
    `https://${host}/calendar/0/addfromweb?url=${encodeURIComponent(url)}&name=${encodeURIComponent(name)}`;
  return {
    https: url,
    webcal,
    outlookOffice: outlook('outlook.office.com'),
    outlookLive: outlook('outlook.live.com'),
    google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
    apple: webcal,
  };
}

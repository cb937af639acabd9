/** What calendar programs say of themselves when they fetch, and what people call them; the first that fits counts. */
const CLIENTS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/Google-Calendar/i, 'Google'],
  [/Microsoft|Outlook|Exchange/i, 'Outlook'],
  [/dataaccessd|CalendarAgent|iOS|macOS|Mac OS X/i, 'Apple'],
  [/Thunderbird|Lightning/i, 'Thunderbird'],
  [/DAVx5|ICSx5/i, 'DAVx⁵'],
];

/** What people call the program that says this of itself; what it says where it is not known. */
export function clientName(userAgent: string): string {
  return CLIENTS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? userAgent;
}

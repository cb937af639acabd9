/** Patterns of the User-Agent of calendar programs, with the names people know; the first match counts. */
const CLIENTS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/Google-Calendar/i, 'Google'],
  [/Microsoft|Outlook|Exchange/i, 'Outlook'],
  [/dataaccessd|CalendarAgent|iOS|macOS|Mac OS X/i, 'Apple'],
  [/Thunderbird|Lightning/i, 'Thunderbird'],
  [/DAVx5|ICSx5/i, 'DAVx⁵'],
];

/** The name of the program with this User-Agent; the User-Agent itself when unknown. */
export function clientName(userAgent: string): string {
  return CLIENTS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? userAgent;
}

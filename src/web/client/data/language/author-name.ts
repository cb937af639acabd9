import type { Translate } from '../../../../language/translate.js';

/** Authors that are not a named person, each with the key of its text. */
const NOT_PEOPLE: Readonly<Record<string, string>> = {
  service: 'work.nobody.service',
  'removed person': 'work.nobody.removed',
  'county coordinator': 'work.nobody.automation',
  terminal: 'work.nobody.terminal',
  unknown: 'work.nobody.unknown',
  anyone: 'work.nobody.anyone',
};

/** The display name of who did something. */
export function nameOf(who: string, t: Translate): string {
  const key = NOT_PEOPLE[who];
  return key === undefined ? who : t(key);
}

import type { Translate } from '../../../../language/translate.js';

/** Those who do things and are no person with a name. */
const NOT_PEOPLE: Readonly<Record<string, string>> = {
  service: 'work.nobody.service',
  'removed person': 'work.nobody.removed',
  'county coordinator': 'work.nobody.automation',
  terminal: 'work.nobody.terminal',
  unknown: 'work.nobody.unknown',
  anyone: 'work.nobody.anyone',
};

/** The name of who did something, as it is shown. */
export function nameOf(who: string, t: Translate): string {
  const key = NOT_PEOPLE[who];
  return key === undefined ? who : t(key);
}

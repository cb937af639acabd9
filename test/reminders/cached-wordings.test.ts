import { expect, it } from 'vitest';
import { cachedWordings } from '../../src/reminders/mail/cached-wordings.js';
import { wordingIn } from '../cycle/samples.js';

it('texts that are kept are said once for each language and each value', () => {
  const asked: string[] = [];
  const kept = cachedWordings((language) => {
    const wording = wordingIn(language);
    return {
      ...wording,
      t: (key, values) => {
        asked.push(`${language} ${key} ${JSON.stringify(values)}`);
        return wording.t(key, values);
      },
    };
  });
  const said = ['Kari', 'Ola', 'Kari'].flatMap((name) => [
    kept('nb').t('mail.greeting', { name }),
    kept('en').t('mail.greeting', { name }),
    kept('nb').t('mail.done'),
  ]);
  expect(said.slice(6)).toEqual(said.slice(0, 3));
  expect(said[0]).toBe('Hei, Kari');
  expect(said[3]).toBe('Hei, Ola');
  expect(said[1]).toBe(wordingIn('en').t('mail.greeting', { name: 'Kari' }));
  expect(new Set(asked).size).toBe(asked.length);
});

import { describe, expect, it } from 'vitest';
import { contentFilter } from '../../src/feeds/entries/content-filter.js';
import { type TaskFilter, taskFilterSchema } from '../../src/task/filter/task-filter.js';
import { defaultInWords } from '../../src/web/client/pages/administration/subscriptions/default-in-words.js';
import { withUnit } from '../../src/web/client/pages/administration/subscriptions/feed-form.js';
import { CONTENTS, contentOf, withContent } from '../../src/web/client/task/feed/feed-choices.js';
import { wordingIn } from '../cycle/samples.js';

const FILTERS: readonly TaskFilter[] = [
  {},
  { unit: '39-a' },
  { phases: ['oppstart-vg1'] },
  { unit: '39-a', responsibleOnly: true },
  { unit: '39-a', concernsOnly: true, level: 'essential' },
];

describe('the content of a feed', () => {
  it('is the one that was chosen, and the rest of the filter stays', () => {
    for (const filter of FILTERS) {
      const { concernsOnly: _concerns, level: _level, ...rest } = filter;
      for (const content of [null, ...CONTENTS]) {
        const chosen = withContent(filter, content);
        expect(contentOf(chosen)).toBe(content);
        expect(chosen).toMatchObject(rest);
      }
      expect(withContent(filter, null)).toEqual(rest);
    }
  });

  it('is the default of feeds from before it could be chosen, and of new ones', () => {
    expect([{}, { unit: '39-a' }, { unit: '39-a', responsibleOnly: true }].map(contentOf)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('by default is told as the service decides it', () => {
    const { t } = wordingIn('nb');
    expect(FILTERS.map((filter) => defaultInWords(filter, t))).toEqual([
      'nødvendige og anbefalte oppgaver',
      'det enheten skal gjøre eller er med på',
      'alt som ellers er valgt',
      'alt som ellers er valgt',
      'det enheten skal gjøre eller er med på',
    ]);
    expect(contentFilter({})).toEqual({ level: 'recommended' });
  });

  it('of a unit is left with the unit, as the service refuses it without one', () => {
    for (const filter of FILTERS) {
      const common = withUnit(filter, '');
      expect(taskFilterSchema.safeParse(common).success).toBe(true);
      expect(common).not.toHaveProperty('unit');
      expect(withUnit(common, '39-b')).toEqual({ ...common, unit: '39-b' });
    }
  });
});

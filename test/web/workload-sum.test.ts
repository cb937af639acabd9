import { expect, it } from 'vitest';
import { LANGUAGES } from '../../src/language/text.js';
import { knowledge } from '../calendar/samples.js';

it('the sum of a workload counts its tasks and its weeks each by itself', () => {
  const sums = LANGUAGES.map((language) => {
    const t = knowledge.translate[language];
    return t('ui.workload.sum', {
      tasks: t('ui.workload.sum-tasks', { count: 2 }),
      weeks: t('ui.workload.sum-weeks', { count: 1 }),
    });
  });
  expect(sums).toEqual(['2 oppgaver i 1 uke', '2 oppgåver i 1 veke', '2 tasks in 1 week']);
});

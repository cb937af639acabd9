import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/language/text.js';
import { viewTask } from '../../src/task/task-view.js';
import { mainWhyOf, whyOf } from '../../src/task/wording.js';
import { mainWhyOf as shownWhyOf } from '../../src/web/client/task/lines/main-why.js';
import { taskNamed, vestfoldCycle, wordingIn } from '../cycle/samples.js';

describe('the main reasons for a date', () => {
  const wording = wordingIn('nb');
  const unmoved = taskNamed('apen-skole');

  it('leave out that a step left the day where it was', () => {
    expect(whyOf(unmoved, wording).at(-1)).toBe('Onsdag er skoledag: ikke flyttet.');
    expect(mainWhyOf(unmoved, wording)).toEqual(whyOf(unmoved, wording).slice(0, -1));
  });

  it('are all of them where there are no others', () => {
    const bare = { ...unmoved, ruleWhy: {}, why: unmoved.why.filter(({ kind }) => kind === 'not-moved') };
    expect(mainWhyOf(bare, wording)).toEqual(['Onsdag er skoledag: ikke flyttet.']);
  });

  it('are the same on the page as in mails, for every task in every language', () => {
    for (const language of LANGUAGES)
      for (const task of vestfoldCycle.tasks) {
        const words = wordingIn(language);
        expect(shownWhyOf(viewTask(task, words))).toEqual(mainWhyOf(task, words));
        expect(viewTask(task, words).why).toEqual(whyOf(task, words));
      }
  });
});

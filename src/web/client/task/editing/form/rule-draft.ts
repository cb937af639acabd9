import type { DateRule } from '../../../../../calendar/date-rule.js';
import type { Translate } from '../../../../../language/translate.js';
import { BLANK_POINT, type PointDraft, pointDraftOf, pointOf, pointWords } from './point-draft.js';

/** The draft of a rule: of one day, or from one day to another. */
export interface RuleDraft {
  readonly span: 'day' | 'period';
  readonly from: PointDraft;
  readonly to: PointDraft;
}

/** The draft of a new rule: of a fixed day, `YYYY-MM-DD`, when one is given. */
export function newRule(date: string): RuleDraft {
  const from: PointDraft =
    date === ''
      ? BLANK_POINT
      : {
          ...BLANK_POINT,
          dayOfMonth: String(Number(date.slice(8))),
          month: String(Number(date.slice(5, 7))),
        };
  return { span: 'day', from, to: from };
}

/** The draft of an existing rule; undefined for a repeating one, which does not belong to a single task. */
export function draftOf(rule: DateRule): RuleDraft | undefined {
  switch (rule.kind) {
    case 'recurrence':
      return undefined;
    case 'period':
      return { span: 'period', from: pointDraftOf(rule.from), to: pointDraftOf(rule.to) };
    default: {
      const from = pointDraftOf(rule);
      return { span: 'day', from, to: from };
    }
  }
}

/** The rule of a draft; undefined while a part is missing or not a number. */
export function ruleOf({ span, from, to }: RuleDraft): DateRule | undefined {
  const first = pointOf(from);
  if (span === 'day' || !first) return first;
  const last = pointOf(to);
  return last && { kind: 'period', from: first, to: last };
}

/** A rule in words, such as "2 uker etter: Første skoledag". */
export function ruleWords(
  { span, from, to }: RuleDraft,
  t: Translate,
  titleOf: (key: string) => string,
): string {
  const first = pointWords(from, t, titleOf);
  return span === 'day' ? first : t('date.period', { from: first, to: pointWords(to, t, titleOf) });
}

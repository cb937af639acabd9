import type { DateRule } from '../../../../../calendar/date-rule.js';
import type { Translate } from '../../../../../language/translate.js';
import { BLANK_POINT, type PointDraft, pointDraftOf, pointOf, pointWords } from './point-draft.js';

/** A rule as it is being written: of one day, or from one to another. */
export interface RuleDraft {
  readonly span: 'day' | 'period';
  readonly from: PointDraft;
  readonly to: PointDraft;
}

/** A rule to begin with: that of a fixed day, `YYYY-MM-DD`, where there is one. */
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

/** A rule to be changed; undefined for one that repeats, which no single task has to itself. */
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

/** The rule that a draft says; undefined while a part of it is missing or no number. */
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

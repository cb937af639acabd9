import type { Translate } from '../../../../../language/translate.js';
import type { PointDraft, RuleDraft } from './rule-draft.js';

/** A rule in words, such as "2 uker etter: Første skoledag". */
export function ruleWords(
  { span, from, to }: RuleDraft,
  t: Translate,
  titleOf: (key: string) => string,
): string {
  const first = pointWords(from, t, titleOf);
  return span === 'day' ? first : t('date.period', { from: first, to: pointWords(to, t, titleOf) });
}

function pointWords(point: PointDraft, t: Translate, titleOf: (key: string) => string): string {
  const { shift, unit, count, roll } = point;
  const day = dayWords(point, t, titleOf);
  const isShifted = shift !== 'none' && (point.kind === 'anchor' || point.kind === 'template');
  const shifted = isShifted ? `${t(`offset.${unit}.${shift}`, { count: Number(count) })}: ${day}` : day;
  return roll === 'none' ? shifted : `${shifted} (${t('work.editing.roll-to', { day: t(`roll.${roll}`) })})`;
}

function dayWords(point: PointDraft, t: Translate, titleOf: (key: string) => string): string {
  const { dayOfMonth, month, week, weekday, nth, anchor, edge, template } = point;
  switch (point.kind) {
    case 'fixed-day':
      return t('work.editing.words-fixed-day', { day: dayOfMonth, month: t(`month.${month}`) });
    case 'weekday-of-week':
      return t('work.editing.words-weekday-of-week', { day: t(`weekday.${weekday}`), week });
    case 'nth-weekday':
      return t('work.editing.words-nth-weekday', {
        nth: t(`nth.${nth}`),
        day: t(`weekday.${weekday}`),
        month: t(`month.${month}`),
      });
    case 'anchor':
      return t(`anchor.${anchor}.${edge}`);
    case 'template':
      return t('work.editing.words-template', { edge: t(`edge.${edge}`), title: titleOf(template) });
    default:
      return point.kind satisfies never;
  }
}

import { Tag } from '@digdir/designsystemet-react';
import type { LaidOut } from '../../../../../school-years/school-year-view.js';
import { dateInWords } from '../../../data/language/dates.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { NamedValues } from '../../../ui/list/named-values.js';
import { partName } from './flaw-text.js';
import styles from './skolerute-facts.module.css';
import { BREAK_NAMES } from './skolerute-form.js';

/** The dates of a skolerute, part by part, and which of them the county has not adopted. */
export function SkoleruteFacts({ schoolYear }: { readonly schoolYear: LaidOut }) {
  const { t } = useTexts();
  const { provisional, derived, open, daysOff, planningDays } = schoolYear;
  const day = (date: string) => dateInWords(date, t);
  const markOf = (name: (typeof provisional)[number]) => {
    if (open.includes(name)) return t('work.skolerute.by-school');
    return t(derived.includes(name) ? 'work.skolerute.by-custom' : 'ui.provisional-tag');
  };
  const marked = (name: (typeof provisional)[number], text: string) => (
    <>
      {text}{' '}
      {provisional.includes(name) && (
        <Tag data-size="sm" data-color="warning">
          {markOf(name)}
        </Tag>
      )}
    </>
  );
  const none = t('work.skolerute.none');
  return (
    <NamedValues
      className={styles.facts}
      values={[
        [partName('first-school-day', t), marked('first-school-day', day(schoolYear['first-school-day']))],
        ...BREAK_NAMES.map((name) => {
          const { from, to } = schoolYear[name];
          return [
            partName(name, t),
            marked(name, t('date.period', { from: day(from), to: day(to) })),
          ] as const;
        }),
        [partName('last-school-day', t), marked('last-school-day', day(schoolYear['last-school-day']))],
        [partName('daysOff', t), daysOff.map(day).join(', ') || none],
        [partName('planningDays', t), planningDays.map(day).join(', ') || none],
      ]}
    />
  );
}

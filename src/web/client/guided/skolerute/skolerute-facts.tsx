import { Tag } from '@digdir/designsystemet-react';
import type { SchoolYearView } from '../../../../school-years/school-year-view.js';
import { dateInWords } from '../../language/dates.js';
import { useTexts } from '../../language/use-texts.js';
import { partName } from './flaw-text.js';
import styles from './skolerute-facts.module.css';
import { BREAK_NAMES } from './skolerute-form.js';

/** The dates of a skolerute, part by part, and which of them the county has not decided. */
export function SkoleruteFacts({ schoolYear }: { readonly schoolYear: SchoolYearView }) {
  const { t } = useTexts();
  const { provisional, derived, daysOff, planningDays } = schoolYear;
  const day = (date: string) => dateInWords(date, t);
  const parts = [
    ['first-school-day', day(schoolYear['first-school-day'])],
    ...BREAK_NAMES.map((name) => {
      const { from, to } = schoolYear[name];
      return [name, t('date.period', { from: day(from), to: day(to) })] as const;
    }),
    ['last-school-day', day(schoolYear['last-school-day'])],
  ] as const;
  return (
    <dl className={styles.facts}>
      {parts.map(([name, text]) => (
        <div key={name}>
          <dt>{partName(name, t)}</dt>
          <dd>
            {text}{' '}
            {provisional.includes(name) && (
              <Tag data-size="sm" data-color="warning">
                {t(derived.includes(name) ? 'work.skolerute.by-custom' : 'ui.provisional-tag')}
              </Tag>
            )}
          </dd>
        </div>
      ))}
      {[['daysOff', daysOff] as const, ['planningDays', planningDays] as const].map(([name, dates]) => (
        <div key={name}>
          <dt>{partName(name, t)}</dt>
          <dd>{dates.length === 0 ? t('work.skolerute.none') : dates.map(day).join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}

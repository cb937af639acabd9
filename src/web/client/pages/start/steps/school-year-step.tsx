import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { Link } from 'wouter';
import type { Cycle } from '../../../../../cycle/cycle.js';
import { stepPath } from '../../../data/address/start-path.js';
import { cyclePath } from '../../../data/address/views.js';
import { schoolYearAfter, schoolYearOfDay } from '../../../data/county/school-years.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { useToday } from '../../../data/language/use-today.js';
import { StepHead } from '../frame/step-frame.js';
import styles from './steps.module.css';

/** The choice of school year: the current one and the next two, each with its state. */
export function SchoolYearStep({
  county,
  cycles,
}: {
  readonly county: string;
  readonly cycles: readonly Cycle[];
}) {
  const present = schoolYearOfDay(useToday());
  const coming = schoolYearAfter(present);
  const cycleOf = (schoolYear: string) =>
    cycles.find((cycle) => cycle.county === county && cycle.schoolYear === schoolYear);
  return (
    <>
      <StepHead step="school-year" />
      <ul className={styles.choices}>
        {[present, coming, schoolYearAfter(coming)].map((schoolYear, index, years) => (
          <SchoolYearChoice
            key={schoolYear}
            schoolYear={schoolYear}
            cycle={cycleOf(schoolYear)}
            before={index === 0 ? undefined : cycleOf(years[index - 1] ?? '')}
            when={(['present', 'coming', 'later'] as const)[index] ?? 'later'}
          />
        ))}
      </ul>
    </>
  );
}

interface ChoiceProps {
  readonly schoolYear: string;
  readonly cycle: Cycle | undefined;
  /** The cycle of the previous school year, from which this one can be made. */
  readonly before: Cycle | undefined;
  readonly when: 'present' | 'coming' | 'later';
}

function SchoolYearChoice({ schoolYear, cycle, before, when }: ChoiceProps) {
  const { t } = useTexts();
  const state = cycle?.state ?? 'none';
  return (
    <li className={styles.choice}>
      <Heading level={3} data-size="xs">
        {schoolYear}
      </Heading>
      <p>
        <Tag data-size="sm" data-color={state === 'published' ? 'success' : 'neutral'}>
          {t(`work.start.school-year.state.${state}`)}
        </Tag>
      </p>
      <Paragraph>{t(`work.start.school-year.${when}`)}</Paragraph>
      {!cycle && before && (
        <Button asChild>
          <Link href={`/cycles/${before.id}/rollover`}>
            {t('work.start.school-year.roll-over', { schoolYear: before.schoolYear })}
          </Link>
        </Button>
      )}
      {state === 'published' && cycle && (
        <Button asChild variant="secondary">
          <Link href={cyclePath(cycle.id)}>{t('work.start.school-year.look')}</Link>
        </Button>
      )}
      <Button asChild variant={cycle || before ? 'tertiary' : 'primary'}>
        <Link href={stepPath(schoolYear, state === 'draft' ? 'review' : 'skolerute')}>
          {t(`work.start.school-year.${cycle ? 'go-on' : 'choose'}`, { schoolYear })}
        </Link>
      </Button>
    </li>
  );
}

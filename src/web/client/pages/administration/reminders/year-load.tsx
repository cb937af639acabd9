import { Button, Heading, Paragraph, Spinner } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { Unit } from '../../../../../units/unit.js';
import { call } from '../../../data/api/call.js';
import type { Person } from '../../../data/county/people.js';
import { countyKeys } from '../../../data/keys/county-keys.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { weeksOf } from '../../../task/load/load.js';
import { StatusRegion } from '../../../ui/notice/status-region.js';
import { Failure, Nothing } from '../../../ui/page/states.js';
import { LoadChart } from './load-chart.js';
import { blockSize, largestOf, loadsByRecipient, recipientName, wholeLoad } from './reminder-load.js';
import { WayComparison } from './way-comparison.js';
import styles from './year-load.module.css';

/** How many recipients are shown at first. */
const SHOWN = 8;

interface YearLoadProps {
  readonly cycleView: CycleView;
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
}

/** How many mails a school year brings, in total and to each recipient; the service simulates it day by day, which takes a while. */
export function YearLoad({ cycleView: { cycle, schoolYear }, people, units }: YearLoadProps) {
  const { t, language } = useTexts();
  const [isWhole, setIsWhole] = useState(false);
  const { from, to } = schoolYear;
  const { county } = cycle;
  const played = useQuery({
    queryKey: countyKeys.simulation(county, from, to),
    queryFn: () => call('GET /api/reminders/simulation', { query: { county, from, to }, language }),
  });
  const weeks = useMemo(() => weeksOf(schoolYear), [schoolYear]);
  if (played.isLoadingError) return <Failure error={played.error} onRetry={() => void played.refetch()} />;
  if (played.isPending)
    return (
      <div className={styles.playing}>
        {/* Beside what is busy: nothing is read out of that until it is there. */}
        <Spinner aria-hidden aria-busy="true" data-size="sm" />
        <StatusRegion>{t('work.reminders.playing', { year: cycle.schoolYear })}</StatusRegion>
      </div>
    );
  const loads = loadsByRecipient(played.data);
  if (loads.length === 0) return <Nothing text="work.reminders.no-load" />;
  const whole = wholeLoad(played.data);
  const size = blockSize(largestOf([whole]));
  const shown = isWhole ? loads : loads.slice(0, SHOWN);
  return (
    <div className={styles.loads}>
      <Paragraph>{t('work.reminders.load-lead')}</Paragraph>
      <WayComparison choices={played.data.choices} people={people} units={units} />
      <LoadChart
        name={t('work.reminders.together')}
        load={whole}
        weeks={weeks}
        largest={largestOf([whole])}
        size={size}
      />
      <Paragraph data-size="sm">{t('work.reminders.block', { count: size })}</Paragraph>
      <Heading level={3} data-size="xs">
        {t('work.reminders.by-recipient')}
      </Heading>
      {shown.map((load) => (
        <LoadChart
          key={load.key}
          name={recipientName(load.key, people, units)}
          load={load}
          weeks={weeks}
          largest={largestOf(loads)}
        />
      ))}
      {!isWhole && loads.length > SHOWN && (
        <div>
          <Button variant="secondary" onClick={() => setIsWhole(true)}>
            {t('work.reminders.show-all', { count: loads.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

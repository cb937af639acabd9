import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import type { DaysOff } from '../../../../data/cycle/days-off.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { KindMark } from '../../../../task/lines/kind-mark.js';
import { LegendList } from '../../../../ui/list/legend-list.js';
import styles from './timeline-legend.module.css';

interface TimelineLegendProps {
  readonly vocabulary: CycleView['vocabulary'];
  readonly tasks: readonly TaskView[];
  readonly daysOff: readonly DaysOff[];
  readonly hasToday: boolean;
  /** Whether the rows say themselves which phase has which colour. */
  readonly areRowsPhases: boolean;
}

/** The colour of samples that belong to no phase, as in the legend of the wheel. */
const PLAIN = 7;
/** In the order of the wheel's legend. */
const KINDS = ['deadline', 'cooperation', 'activity'] as const;
const DAYS_OFF = ['break', 'holiday', 'planning'] as const;

/** What marks, bars, shades, colours and the line of today mean. */
export function TimelineLegend({ vocabulary, tasks, daysOff, hasToday, areRowsPhases }: TimelineLegendProps) {
  const { t } = useTexts();
  const phases = vocabulary.phases
    .map(({ id, name }, index) => ({ id, name, series: index + 1 }))
    .filter(({ id }) => !areRowsPhases && tasks.some(({ phase }) => phase === id));
  return (
    <div className={styles.legend}>
      <LegendList label={t('ui.timeline.legend.label')}>
        {KINDS.map((kind) => (
          <li key={kind} data-series={PLAIN}>
            <KindMark kind={kind} /> {t(`kind.${kind}`)}
          </li>
        ))}
        <li data-series={PLAIN}>
          <span className={styles.bar} aria-hidden /> {t('ui.timeline.legend.period')}
        </li>
        <li data-series={PLAIN}>
          <span className={styles.bar} data-kind="cooperation" aria-hidden />{' '}
          {t('ui.timeline.legend.cooperation')}
        </li>
        {hasToday && (
          <li>
            <span className={styles.today} aria-hidden /> {t('ui.today')}
          </li>
        )}
        {DAYS_OFF.filter((kind) => daysOff.some((each) => each.kind === kind)).map((kind) => (
          <li key={kind}>
            <span className={styles.off} data-kind={kind} aria-hidden /> {t(`ui.timeline.legend.${kind}`)}
          </li>
        ))}
        <li>{t('ui.timeline.legend.colours')}</li>
        {phases.map(({ id, name, series }) => (
          <li key={id} data-series={series}>
            <span className={styles.colour} aria-hidden /> {name}
          </li>
        ))}
      </LegendList>
    </div>
  );
}

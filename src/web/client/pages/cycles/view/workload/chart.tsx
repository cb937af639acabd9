import type { WorkloadWeek } from '../../../../../../cycle/coverage/workload.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { type CalendarWeek, countOf, fieldOf, type Kind, type Load } from '../../../../task/load/load.js';
import { WeekBars } from '../../../../task/load/week-bars.js';

interface ChartProps {
  readonly load: Load;
  readonly weeks: readonly CalendarWeek[];
  readonly kinds: readonly Kind[];
  /** The most tasks that any unit has in a week, so that the charts can be compared. */
  readonly largest: number;
  readonly hrefOf: (week: string) => string;
}

/** The weeks of one unit as bars of blocks, a block a task. */
export function Chart({ load, weeks, kinds, largest, hrefOf }: ChartProps) {
  const { t } = useTexts();
  return (
    <WeekBars
      name={t('ui.workload.chart', { name: load.name })}
      weeks={weeks}
      largest={largest}
      barOf={({ key, week }) => {
        const found = load.weeks.get(key);
        if (!found || countOf(found, kinds) === 0) return undefined;
        return {
          label: labelOf(found, week, kinds, t),
          blocks: kinds.flatMap((kind) => Array<string>(found[fieldOf(kind)]).fill(kind)),
          standsOut: found.standsOut,
          href: hrefOf(key),
        };
      }}
    />
  );
}

/** "Uke 34: 2 frister, 1 aktivitet, skiller seg ut". */
function labelOf(
  found: WorkloadWeek,
  week: number,
  kinds: readonly Kind[],
  t: ReturnType<typeof useTexts>['t'],
): string {
  const parts = kinds
    .filter((kind) => found[fieldOf(kind)] > 0)
    .map((kind) => t(`ui.workload.${fieldOf(kind)}`, { count: found[fieldOf(kind)] }));
  if (found.standsOut) parts.push(t('ui.workload.stands-out'));
  return t('ui.workload.bar', { week, parts: parts.join(', ') });
}

import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { addDays, type IsoDate } from '../../../../../../calendar/iso-date.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import type { Grouping } from '../../../../../../wheel/wheel-of-tasks.js';
import { taskPath } from '../../../../data/address/views.js';
import { useKept } from '../../../../data/address/way-back.js';
import { useCycleView } from '../../../../data/cycle/queries.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { useToday } from '../../../../data/language/use-today.js';
import type { PageFilter } from '../../../../task/filter/page-filter.js';
import { usePickedTasks } from '../../../../task/filter/pick-tasks.js';
import { Failure, Loading } from '../../../../ui/page/states.js';
import type { Zoom } from '../any-view/zoom.js';
import { type DescribedTask, sameIn } from './described-task.js';
import { WheelFigure } from './wheel-figure.js';
import { wheelOf } from './wheel-model.js';

interface OtherYearProps {
  readonly cycleId: string;
  readonly filter: PageFilter;
  readonly grouping: Grouping;
  /** The zoom of the year beside it. */
  readonly zoom: Zoom;
  /** The task that is pointed at, in either year. */
  readonly pointed: TaskView | null;
  readonly onDescribe: (described: DescribedTask | null) => void;
  readonly onDismiss: () => void;
}

/** The wheel of an earlier school year, shown beside this year's. */
export function OtherYear({
  cycleId,
  filter,
  grouping,
  zoom,
  pointed,
  onDescribe,
  onDismiss,
}: OtherYearProps) {
  const { t } = useTexts();
  const today = useToday();
  const [, navigate] = useLocation();
  const kept = useKept();
  const cycleView = useCycleView(cycleId, filter.unit);
  // The days chosen are days of the other year.
  const ofAnyDay = useMemo(() => ({ ...filter, from: null, to: null }), [filter]);
  const tasks = usePickedTasks(cycleView.data, ofAnyDay);
  const wheel = useMemo(
    () => cycleView.data && wheelOf(cycleView.data, tasks, { grouping, today }, t),
    [cycleView.data, tasks, grouping, today, t],
  );
  const schoolYear = cycleView.data?.schoolYear;
  const earlier = useMemo(() => schoolYear && aYearEarlier(zoom, schoolYear), [zoom, schoolYear]);
  if (cycleView.isPending) return <Loading />;
  if (cycleView.isLoadingError || !wheel || !earlier)
    return <Failure error={cycleView.error ?? new Error()} onRetry={() => void cycleView.refetch()} />;
  const active = sameIn(tasks, pointed);
  return (
    <WheelFigure
      wheel={wheel}
      cycleView={cycleView.data}
      tasks={tasks}
      seenAs={filter.unit}
      zoom={earlier}
      active={active}
      onActive={(task) => onDescribe(task && { task, cycleView: cycleView.data })}
      onDismiss={onDismiss}
      firstStop={active ?? undefined}
      onOpen={(taskId) => navigate(kept(taskPath(taskId)))}
      onMonth={() => undefined}
      onZoomBy={() => undefined}
    />
  );
}

/** The same part of the year before: 52 weeks earlier, so that weeks and weekdays stand beside each other. */
function aYearEarlier(zoom: Zoom, { from, to }: { readonly from: IsoDate; readonly to: IsoDate }): Zoom {
  if (zoom.kind === 'year') return { kind: 'year', from, to };
  const shifted = (date: IsoDate) => addDays(date, -364);
  const clamped = (date: IsoDate) => (date < from ? from : date > to ? to : date);
  return { kind: zoom.kind, from: clamped(shifted(zoom.from)), to: clamped(shifted(zoom.to)) };
}

import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useRef, useState } from 'react';
import { useLocation, useRouter } from 'wouter';
import type { IsoDate } from '../../../../../../calendar/iso-date.js';
import { GROUPINGS, type Grouping } from '../../../../../../wheel/wheel-of-tasks.js';
import { useParameter } from '../../../../data/address/use-parameter.js';
import { taskPath } from '../../../../data/address/views.js';
import { useKept } from '../../../../data/address/way-back.js';
import { useCycles } from '../../../../data/cycle/queries.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { useToday } from '../../../../data/language/use-today.js';
import { MoveHelp } from '../../../../task/move/move-help.js';
import { useShownPart } from '../any-view/use-shown-part.js';
import type { ViewProps } from '../any-view/view-props.js';
import { zoomBy, zoomTo } from '../any-view/zoom.js';
import { type DescribedTask, sameIn } from './described-task.js';
import { OtherYear } from './other-year.js';
import { TaskPanel } from './task-panel.js';
import { WheelFigure } from './wheel-figure.js';
import { wheelOf } from './wheel-model.js';
import { WheelTable } from './wheel-table.js';
import { WheelToolbar } from './wheel-toolbar.js';
import styles from './wheel-view.module.css';

/** The school year as a circle, with the highlighted task beside it; rings, zoom and comparison are kept in the address. */
export default function WheelView({ cycleView, tasks, filter }: ViewProps) {
  const { t } = useTexts();
  const today = useToday();
  const [, navigate] = useLocation();
  const kept = useKept();
  const { base } = useRouter();
  const [rings, setRings] = useParameter('rings');
  const [compare, setCompare] = useParameter('compare');
  const panel = useRef<HTMLDivElement>(null);
  /** The last task that was highlighted: it stays in the panel, so that there is time to read. */
  const [described, setDescribed] = useState<DescribedTask | null>(null);
  const [isPointedAt, setIsPointedAt] = useState(false);
  const pointed = isPointedAt && described ? described.task : null;
  const { schoolYear, cycle } = cycleView;
  const [zoom, setZoom] = useShownPart(schoolYear);
  const grouping = GROUPINGS.find((each) => each === rings) ?? 'phase';
  const wheel = useMemo(
    () => wheelOf(cycleView, tasks, { grouping, today }, t),
    [cycleView, tasks, grouping, today, t],
  );
  const shown = useMemo(
    () => tasks.filter(({ start, end }) => start <= zoom.to && end >= zoom.from),
    [tasks, zoom],
  );
  const before = useCycles().data?.find(
    ({ county, schoolYear: label }) => county === cycle.county && label < cycle.schoolYear,
  );
  const isCompared = before !== undefined && compare !== null;
  const about = (): IsoDate => pointed?.start ?? today;
  const describe = (next: DescribedTask | null) => {
    setIsPointedAt(next !== null);
    if (next) setDescribed(next);
  };
  const dismiss = () => {
    setIsPointedAt(false);
    setDescribed(null);
  };
  const figure = {
    zoom,
    firstStop: (shown.find(({ start }) => start >= today) ?? shown[0])?.id,
    onDismiss: dismiss,
    onTouch: () => panel.current?.scrollIntoView({ block: 'nearest' }),
    onOpen: (taskId: string, inNewTab: boolean) => {
      const address = kept(taskPath(taskId));
      if (inNewTab) open(base + address, '_blank', 'noreferrer');
      else navigate(address);
    },
    onMonth: (month: string) => setZoom(zoomTo('month', `${month}-01` as IsoDate, schoolYear)),
    onZoomBy: (step: 1 | -1) => setZoom(zoomBy(zoom, step, about(), schoolYear)),
  };
  return (
    <div className={styles.view}>
      <div className={styles.side} data-compared={isCompared}>
        <div className={styles.tools}>
          <WheelToolbar
            schoolYear={schoolYear}
            grouping={grouping}
            onGrouping={(next: Grouping) => setRings(next === 'phase' ? null : next)}
            zoom={zoom}
            onZoom={setZoom}
            onZoomKind={(kind) =>
              setZoom(zoomTo(kind, zoom.kind === 'year' ? about() : zoom.from, schoolYear))
            }
            otherYear={before?.schoolYear ?? null}
            isCompared={isCompared}
            onCompare={(next) => setCompare(next ? '' : null)}
          />
        </div>
        <div className={styles.wheel}>
          {isCompared && <YearName schoolYear={cycle.schoolYear} />}
          <WheelFigure
            {...figure}
            wheel={wheel}
            cycleView={cycleView}
            tasks={tasks}
            seenAs={filter.unit}
            active={sameIn(tasks, pointed)}
            onActive={(task) => describe(task && { task, cycleView })}
          />
        </div>
        {isCompared && (
          <div className={styles.beside}>
            <YearName schoolYear={before.schoolYear} />
            <OtherYear
              cycleId={before.id}
              filter={filter}
              grouping={grouping}
              zoom={zoom}
              pointed={pointed}
              onDescribe={describe}
              onDismiss={dismiss}
            />
          </div>
        )}
        <div ref={panel} className={styles.panel}>
          <TaskPanel
            cycleView={cycleView}
            tasks={shown}
            described={described}
            isPart={zoom.kind !== 'year'}
            today={today}
          />
        </div>
      </div>
      <Paragraph data-size="sm" className={styles.keys}>
        {t('wheel.keys')} <MoveHelp cycleView={cycleView} />
      </Paragraph>
      <WheelTable cycleView={cycleView} tasks={shown} />
    </div>
  );
}

/** The school year of a wheel, when two are compared. */
function YearName({ schoolYear }: { readonly schoolYear: string }) {
  return (
    <Heading level={2} data-size="xs" className={styles.year}>
      {schoolYear}
    </Heading>
  );
}

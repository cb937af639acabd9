import { Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { IsoDate } from '../../../calendar/iso-date.js';
import { GROUPINGS, type Grouping } from '../../../wheel/wheel-of-tasks.js';
import { useCycles } from '../api/queries.js';
import { useTexts } from '../language/use-texts.js';
import { useToday } from '../language/use-today.js';
import type { ViewProps } from '../shell/view-props.js';
import { taskPath } from '../shell/views.js';
import { useKept } from '../shell/way-back.js';
import { OtherYear } from './wheel/other-year.js';
import { TaskPanel } from './wheel/task-panel.js';
import { WheelFigure } from './wheel/wheel-figure.js';
import { wheelOf } from './wheel/wheel-model.js';
import { WheelTable } from './wheel/wheel-table.js';
import { WheelToolbar } from './wheel/wheel-toolbar.js';
import { readZoom, writeZoom, type Zoom, zoomBy, zoomTo } from './wheel/zoom.js';
import styles from './wheel-view.module.css';

/** The school year as a circle, with the task that stands out beside it; rings, zoom and comparison live in the address. */
export default function WheelView({ published, tasks, filter }: ViewProps) {
  const { t } = useTexts();
  const today = useToday();
  const [, navigate] = useLocation();
  const kept = useKept();
  const [search, setSearch] = useSearchParams();
  const [active, setActive] = useState<string | null>(null);
  const { schoolYear, cycle } = published;
  const grouping = GROUPINGS.find((each) => each === search.get('rings')) ?? 'phase';
  const zoomText = search.get('zoom');
  const zoom = useMemo(() => readZoom(zoomText, schoolYear), [zoomText, schoolYear]);
  const wheel = useMemo(
    () => wheelOf(published, tasks, grouping, today, t),
    [published, tasks, grouping, today, t],
  );
  const shown = useMemo(
    () => tasks.filter(({ start, end }) => start <= zoom.to && end >= zoom.from),
    [tasks, zoom],
  );
  const before = useCycles().data?.find(
    ({ county, schoolYear: label }) => county === cycle.county && label < cycle.schoolYear,
  );
  const isCompared = before !== undefined && search.has('compare');
  const put = (name: string, value: string | null) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const setZoom = (next: Zoom) => put('zoom', writeZoom(next));
  const about = (): IsoDate => tasks.find(({ id }) => id === active)?.start ?? today;
  const figure = {
    zoom,
    onOpen: (taskId: string) => navigate(kept(taskPath(taskId))),
    onMonth: (month: string) => setZoom(zoomTo('month', `${month}-01` as IsoDate, schoolYear)),
    onZoomBy: (step: 1 | -1) => setZoom(zoomBy(zoom, step, about(), schoolYear)),
  };
  return (
    <div className={styles.view}>
      <div className={styles.side} data-compared={isCompared}>
        <WheelToolbar
          schoolYear={schoolYear}
          grouping={grouping}
          onGrouping={(next: Grouping) => put('rings', next === 'phase' ? null : next)}
          zoom={zoom}
          onZoom={setZoom}
          onZoomKind={(kind) => setZoom(zoomTo(kind, zoom.kind === 'year' ? about() : zoom.from, schoolYear))}
          otherYear={before?.schoolYear ?? null}
          isCompared={isCompared}
          onCompare={(next) => put('compare', next ? '' : null)}
        />
        <WheelFigure {...figure} wheel={wheel} tasks={tasks} active={active} onActive={setActive} />
        {isCompared ? (
          <OtherYear
            cycleId={before.id}
            filter={filter}
            grouping={grouping}
            zoom={zoom}
            activeKey={tasks.find(({ id }) => id === active)?.key ?? null}
          />
        ) : (
          <TaskPanel
            published={published}
            tasks={shown.filter(({ start }) => start >= zoom.from)}
            active={tasks.find(({ id }) => id === active) ?? null}
            today={today}
          />
        )}
      </div>
      <Paragraph data-size="sm" className={styles.keys}>
        {t('wheel.keys')}
      </Paragraph>
      <WheelTable published={published} tasks={shown} />
    </div>
  );
}

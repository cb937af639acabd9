import { useMemo, useState } from 'react';
import { useLocation, useRouter, useSearch } from 'wouter';
import type { IsoDate } from '../../../../../../calendar/iso-date.js';
import { isWithinLevel } from '../../../../../../task/level.js';
import { taskPath, viewPath } from '../../../../data/address/views.js';
import { useKept } from '../../../../data/address/way-back.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { useToday } from '../../../../data/language/use-today.js';
import type { ViewProps } from '../any-view/view-props.js';
import { readZoom, writeZoom, zoomTo } from '../any-view/zoom.js';
import { WheelFigure } from '../wheel/wheel-figure.js';
import { wheelOf } from '../wheel/wheel-model.js';
import styles from './now-view.module.css';

/**
 * The whole year as a wheel that fits the window: with the essential tasks, unless the reader has chosen a level, since
 * there is no room for the names of more. A month of it leads to that month in the view of the wheel.
 */
export function YearWheel({ cycleView, tasks: picked, filter }: ViewProps) {
  const { t } = useTexts();
  const today = useToday();
  const [, navigate] = useLocation();
  const search = useSearch();
  const kept = useKept();
  const isLevelChosen = new URLSearchParams(search).has('level');
  const tasks = useMemo(
    () => (isLevelChosen ? picked : picked.filter(({ level }) => isWithinLevel('essential', level))),
    [picked, isLevelChosen],
  );
  const { base } = useRouter();
  const [active, setActive] = useState<string | null>(null);
  const { schoolYear, cycle } = cycleView;
  const zoom = useMemo(() => readZoom(null, schoolYear), [schoolYear]);
  const wheel = useMemo(
    () => wheelOf(cycleView, tasks, { grouping: 'phase', today }, t),
    [cycleView, tasks, today, t],
  );
  const openMonth = (month: string) => {
    const next = new URLSearchParams(search);
    next.set('zoom', writeZoom(zoomTo('month', `${month}-01` as IsoDate, schoolYear)) ?? '');
    navigate(`${viewPath(cycle.id, 'wheel')}?${next}`);
  };
  return (
    <div className={styles.wheel}>
      <WheelFigure
        wheel={wheel}
        cycleView={cycleView}
        tasks={tasks}
        seenAs={filter.unit}
        zoom={zoom}
        fitsWindow
        active={active}
        onActive={(task) => setActive(task?.id ?? null)}
        onDismiss={() => setActive(null)}
        onOpen={(taskId, inNewTab) => {
          const address = kept(taskPath(taskId));
          if (inNewTab) open(base + address, '_blank', 'noreferrer');
          else navigate(address);
        }}
        firstStop={(tasks.find(({ start }) => start >= today) ?? tasks[0])?.id}
        onMonth={openMonth}
        onZoomBy={() => openMonth(today.slice(0, 7))}
      />
    </div>
  );
}

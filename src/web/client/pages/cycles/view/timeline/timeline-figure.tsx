import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { IsoDate } from '../../../../../../calendar/iso-date.js';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { taskPath } from '../../../../data/address/views.js';
import { useKept } from '../../../../data/address/way-back.js';
import { useFontsReady } from '../../../../data/browser/use-fonts-ready.js';
import { useWidth } from '../../../../data/browser/use-width.js';
import type { DaysOff } from '../../../../data/cycle/days-off.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { useDrag } from '../../../../task/move/drag.js';
import { useMoveTask } from '../../../../task/move/move-task.js';
import { usePointerDrag } from '../../../../task/move/pointer-drag.js';
import { entryAfterKey } from '../any-view/keyboard.js';
import { browserMeasure } from '../any-view/measure-text.js';
import type { Zoom } from '../any-view/zoom.js';
import { layOut } from './layout.js';
import { LEAST_WIDTH, leftOf, scaleOf, share } from './scale.js';
import { TaskCard } from './task-card.js';
import { TimelineBackdrop } from './timeline-backdrop.js';
import { drawDragged, rulerOn } from './timeline-drag.js';
import styles from './timeline-figure.module.css';
import { TimelineHead } from './timeline-head.js';
import { TimelineLanes } from './timeline-lanes.js';
import { type TimelineRow, walkOf } from './timeline-rows.js';
import { useCard } from './use-card.js';

/** Where today is placed at first in a timeline that scrolls, as a share of its width. */
const TODAY_AT = 0.3;
/** The size of names, as the style sheet sets them. */
const NAME_PX = 13;
/** The page uses tabular figures, which the measuring does not know about. */
const WIDER = 1.05;

interface TimelineFigureProps {
  readonly cycleView: CycleView;
  readonly rows: readonly TimelineRow[];
  readonly zoom: Zoom;
  /** Those within the zoom. */
  readonly daysOff: readonly DaysOff[];
  readonly today: IsoDate;
  /** The unit whose view the reader sees; null for the common view. */
  readonly seenAs: string | null;
}

/** The drawing: months and weeks on top, rows of tasks below; one of the tasks is in the tab order, keys walk to the others. */
export function TimelineFigure({ cycleView, rows, zoom, daysOff, today, seenAs }: TimelineFigureProps) {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  const region = useRef<HTMLElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const room = useWidth(region);
  const areFontsReady = useFontsReady();
  // biome-ignore lint/correctness/useExhaustiveDependencies: texts are measured again when the fonts have loaded
  const measure = useMemo(browserMeasure, [areFontsReady]);
  const scale = useMemo(
    () => scaleOf(zoom.from, zoom.to, Math.max(room, LEAST_WIDTH[zoom.kind])),
    [zoom, room],
  );
  const laid = useMemo(
    () =>
      room === 0
        ? []
        : layOut(rows, scale, today, (name) => Math.ceil(WIDER * measure(name, NAME_PX, 'regular'))),
    [rows, scale, room, today, measure],
  );
  const walk = useMemo(() => walkOf(rows), [rows]);
  const [stop, setStop] = useState<string | null>(null);
  const tabStop = walk.find(({ id }) => id === stop)?.id ?? firstStop(walk, today);
  const card = useCard();
  const kept = useKept();
  const open = useCallback((id: string) => navigate(kept(taskPath(id))), [navigate, kept]);
  const tasks = useMemo(() => rows.flatMap((row) => row.tasks), [rows]);
  const moving = useMoveTask(cycleView, seenAs);
  const drag = useDrag({
    moving,
    tasks,
    draw: (dragged) => {
      if (dragged) card.hide();
      return plot.current ? drawDragged(plot.current, scale, dragged) : undefined;
    },
  });
  const pointerDrag = usePointerDrag(drag, (x) =>
    plot.current ? rulerOn(plot.current, scale, x) : undefined,
  );
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') card.hide();
    if (drag.onKeyDown(event, tabStop)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || tabStop === undefined) return;
    const next = entryAfterKey(walk, tabStop, event.key);
    if (next === undefined) return;
    event.preventDefault();
    focusTask(region.current, next);
  };
  useLayoutEffect(() => {
    const { current } = region;
    if (!current || scale.from > today || scale.to < today) return;
    current.scrollLeft = leftOf(scale, today) - TODAY_AT * current.clientWidth;
  }, [scale, today]);
  const shown = laid.flatMap(({ tasks }) => tasks).find(({ id }) => id === card.shown?.id);
  return (
    <section
      ref={region}
      className={styles.region}
      aria-label={t('ui.timeline.label')}
      onKeyDown={onKeyDown}
      {...pointerDrag}
      {...card.listeners}
    >
      <h2 className="ds-sr-only">{t('ui.view.timeline')}</h2>
      <div ref={plot} className={styles.plot} style={{ minWidth: LEAST_WIDTH[zoom.kind] }}>
        <TimelineHead scale={scale} zoom={zoom} daysOff={daysOff} today={today} measure={measure} />
        <div className={styles.rows} style={{ '--name-size': share(scale, NAME_PX) } as React.CSSProperties}>
          <TimelineBackdrop scale={scale} daysOff={daysOff} today={today} />
          {laid.map((row) => (
            <TimelineLanes
              key={row.id}
              row={row}
              scale={scale}
              cycleView={cycleView}
              tabStop={row.tasks.some(({ id }) => id === tabStop) ? tabStop : undefined}
              moving={moving}
              describedBy={row.tasks.some(({ id }) => id === card.shown?.id) ? card.id : undefined}
              onFocus={setStop}
              onOpen={open}
            />
          ))}
        </div>
      </div>
      <TaskCard card={card} task={shown} cycleView={cycleView} />
      {drag.label}
    </section>
  );
}

/** Tab leads to the next task, and to the last one when all are over. */
function firstStop(walk: readonly { readonly id: string; readonly start: IsoDate }[], today: IsoDate) {
  return (walk.find(({ start }) => start >= today) ?? walk.at(-1))?.id;
}

function focusTask(region: HTMLElement | null, id: string): void {
  const entry = region?.querySelector<HTMLElement>(`[data-task="${CSS.escape(id)}"]`);
  entry?.focus();
  entry?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

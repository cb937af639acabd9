import {
  type KeyboardEvent,
  lazy,
  type PointerEvent,
  Suspense,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { memoized } from '../../../../../../language/memoized.js';
import type { Translate } from '../../../../../../language/translate.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { whenOf } from '../../../../../../task/wording.js';
import type { Wheel } from '../../../../../../wheel/wheel.js';
import { drawInHeights } from '../../../../../../wheel/wheel-height.js';
import { useFontsReady } from '../../../../data/browser/use-fonts-ready.js';
import { useWidth } from '../../../../data/browser/use-width.js';
import { withWorkTexts } from '../../../../data/language/i18n.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { useIsWorker } from '../../../../data/session/cycle-state.js';
import type { DragHandlers } from '../../../../task/move/drag-layer.js';
import { entryAfterKey } from '../any-view/keyboard.js';
import { browserMeasure } from '../any-view/measure-text.js';
import type { Zoom } from '../any-view/zoom.js';
import { drawDragged, rulerAround } from './wheel-drag.js';
import styles from './wheel-figure.module.css';
import { focusEntry, focusedIn, mountWheel, placeAt, pointOut, stopAt, taskIdAt } from './wheel-svg.js';

const DragLayer = lazy(withWorkTexts(() => import('../../../../task/move/drag-layer.js')));

/** Of names on the page, in pixels. */
const TEXT_SIZE = 12;
const WIDEST = 1180;
/** What stands above a wheel in the window, in pixels. */
const ABOVE = 228;
/** Below this width, as on a phone, a wheel is as high as it is wide. */
const NARROWEST = 560;

const measure = browserMeasure();

interface WheelFigureProps {
  readonly wheel: Wheel;
  readonly cycleView: CycleView;
  readonly tasks: readonly TaskView[];
  /** The unit whose view the reader sees; null for the common view. */
  readonly seenAs: string | null;
  readonly zoom: Zoom;
  /** Whether it is never higher than the window leaves room for; else it is as high as its names need. */
  readonly fitsWindow?: boolean;
  /** The highlighted task; null when there is none. */
  readonly active: string | null;
  readonly onActive: (task: TaskView | null) => void;
  /** A touch has highlighted an entry. */
  readonly onTouch?: () => void;
  /** The reader dismisses the task in the panel. */
  readonly onDismiss: () => void;
  readonly onOpen: (taskId: string, inNewTab: boolean) => void;
  /** The entry that Tab leads to at first. */
  readonly firstStop: string | undefined;
  /** A month was chosen in the drawing. */
  readonly onMonth: (month: string) => void;
  readonly onZoomBy: (step: 1 | -1) => void;
}

/**
 * The wheel on the page. One entry is in the tab order; arrows move from it by date and by ring, Enter opens, plus and
 * minus zoom. A mouse highlights an entry on hover and opens it on click; a touch highlights it first and opens it the
 * second time.
 */
export function WheelFigure({
  wheel,
  cycleView,
  tasks,
  seenAs,
  zoom,
  fitsWindow = false,
  active,
  onActive,
  onTouch,
  onDismiss,
  onOpen,
  firstStop,
  onMonth,
  onZoomBy,
}: WheelFigureProps) {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const id = useId().replace(/[^\w-]/g, '');
  const width = Math.min(WIDEST, useWidth(place));
  const areFontsReady = useFontsReady();
  const byId = useMemo(() => new Map(tasks.map((task) => [task.id, task])), [tasks]);
  // Of the tasks, not of a drawing: however the wheel is turned, they are called the same.
  const names = useMemo(() => spokenNames(tasks, t), [tasks, t]);
  const drawn = useMemo(() => {
    if (width === 0 || !areFontsReady) return null;
    const view = { width, textSize: TEXT_SIZE, from: zoom.from, to: zoom.to, legend: width > NARROWEST };
    return drawInHeights(wheel, view, heightsOf(width, fitsWindow), measure);
  }, [wheel, width, zoom, fitsWindow, areFontsReady]);
  const height = drawn?.drawing.height ?? width;
  const walked = useMemo(() => {
    const rings = wheel.rings.map((ring) => ring.id);
    return wheel.entries
      .filter(({ start, end }) => start <= zoom.to && end >= zoom.from)
      .map(({ id: entry, start, ring }) => ({ id: entry, start, ring: rings.indexOf(ring) }));
  }, [wheel, zoom]);

  const lastFocus = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where Tab leads first is asked once a drawing
  useLayoutEffect(() => {
    const { current } = place;
    if (!current || !drawn) return;
    const focused = focusedIn(current);
    mountWheel(current, drawn.drawing, id, names);
    stopAt(current, lastFocus.current ?? firstStop);
    // The drawing that had the focus is gone; the same entry, or the first one shown, goes on with it.
    const again = walked.find((entry) => entry.id === focused) ?? walked[0];
    if (focused !== undefined && again) focusEntry(current, again.id);
  }, [drawn, names, id]);
  // After every drawing, too: a new one has forgotten who stands out.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (place.current) pointOut(place.current, active);
  }, [active, drawn]);

  const overlay = useRef<SVGSVGElement>(null);
  const isWorker = useIsWorker(cycleView.cycle.id);
  const drag = useRef<DragHandlers>(null);
  const pointAt = (taskId: string | undefined) =>
    onActive((taskId !== undefined && byId.get(taskId)) || null);
  const onKeyDown = (event: KeyboardEvent) => {
    const current = taskIdAt(event.target);
    if (drag.current?.onKeyDown(event, current)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return onDismiss();
    if (event.key === '+' || event.key === '-') return onZoomBy(event.key === '+' ? 1 : -1);
    if (current === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return onOpen(current, false);
    }
    const next = entryAfterKey(walked, current, event.key);
    if (next === undefined || !place.current) return;
    event.preventDefault();
    focusEntry(place.current, next);
  };
  const touched = useRef(false);
  const onPointerDown = (event: PointerEvent) => {
    drag.current?.pointer.onPointerDown(event);
    const taskId = taskIdAt(event.target);
    touched.current = event.pointerType === 'touch' && taskId !== undefined && taskId !== active;
  };
  const onClick = ({ target, ctrlKey, metaKey }: React.MouseEvent) => {
    const taskId = taskIdAt(target);
    if (taskId !== undefined && !touched.current) return onOpen(taskId, ctrlKey || metaKey);
    if (taskId !== undefined) {
      pointAt(taskId);
      return onTouch?.();
    }
    const [, month] = /^month:(.*)$/.exec(placeAt(target) ?? '') ?? [];
    if (month === undefined) onDismiss();
    else onMonth(month);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the entries inside are links; this only hears of them
    <div
      className={styles.figure}
      style={{ aspectRatio: `${width || 1} / ${height || 1}` }}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => drag.current?.pointer.onPointerMove(event)}
      onPointerUp={() => drag.current?.pointer.onPointerUp()}
      onPointerCancel={() => drag.current?.pointer.onPointerCancel()}
      onDragStart={(event) => drag.current?.pointer.onDragStart(event)}
      onClickCapture={(event) => drag.current?.pointer.onClickCapture(event)}
      onClick={onClick}
      onPointerOver={(event) => {
        if (event.pointerType === 'mouse' && !drag.current?.isDragging()) pointAt(taskIdAt(event.target));
      }}
      onPointerLeave={(event) => {
        if (event.pointerType === 'mouse' && !drag.current?.isDragging()) onActive(null);
      }}
      onFocus={(event) => {
        lastFocus.current = taskIdAt(event.target);
        pointAt(lastFocus.current);
      }}
    >
      <div ref={place} className={styles.place} />
      <svg ref={overlay} className={styles.overlay} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" />
      {isWorker && (
        <Suspense>
          <DragLayer
            ref={drag}
            cycleView={cycleView}
            seenAs={seenAs}
            tasks={tasks}
            draw={(dragged) =>
              place.current && overlay.current && drawn
                ? drawDragged(place.current, overlay.current, drawn, dragged)
                : undefined
            }
            rulerAt={(x, y) =>
              place.current && drawn ? rulerAround(place.current, drawn, { x, y }) : undefined
            }
          />
        </Suspense>
      )}
    </div>
  );
}

/** The heights that a wheel may have, from the one that the window leaves it to a square. */
function heightsOf(width: number, fitsWindow: boolean): readonly number[] {
  if (width <= NARROWEST) return [width];
  const inWindow = Math.min(width, Math.max(NARROWEST, window.innerHeight - ABOVE));
  return fitsWindow ? [inWindow] : [inWindow, (inWindow + width) / 2, width];
}

/** What a screen reader calls each task: "Frist: Søknadsfrist, mandag 1. mars 2027". */
function spokenNames(tasks: readonly TaskView[], translate: Translate): ReadonlyMap<string, string> {
  const t = memoized(translate);
  return new Map(
    tasks.map((task) => [task.id, `${t(`kind.${task.kind}`)}: ${task.title}, ${whenOf(task, { t })}`]),
  );
}

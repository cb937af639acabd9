import { curvedText } from './curved-text.js';
import type { Colour, MeasureText, PathShape, Shape, Stroke } from './drawing.js';
import type { Frame } from './frame.js';
import {
  barPath,
  circlePath,
  lengthOf,
  linePath,
  type Point,
  polar,
  polygonPath,
  sectorPath,
} from './geometry.js';
import type { WheelEntry } from './model.js';
import { isPeriod, type Placed, type RingLayout } from './ring-layout.js';

interface MarkStyle {
  readonly fill: Colour;
  readonly stroke: Stroke | null;
  /** Of a name inside. */
  readonly ink: Colour;
}

/**
 * How an entry is filled and edged. Form says it besides colour: what is planned is full, what is provisional is
 * dashed, what is done is pale with a tick, what is cancelled is empty with a cross. Cooperation is never full.
 */
export function styleOf(
  { kind, status, provisional, series }: Pick<WheelEntry, 'kind' | 'status' | 'provisional' | 'series'>,
  width: number,
): MarkStyle {
  const full: Colour = `series-${series}`;
  const soft: Colour = `series-${series}-soft`;
  const edge = { colour: full, width };
  if (status === 'cancelled') return { fill: 'paper', stroke: { colour: 'muted', width }, ink: 'muted' };
  if (status === 'done') return { fill: soft, stroke: edge, ink: full };
  if (provisional) return { fill: soft, stroke: { ...edge, dash: [2.2 * width, 1.6 * width] }, ink: full };
  if (kind === 'cooperation') return { fill: 'paper', stroke: edge, ink: full };
  return { fill: full, stroke: null, ink: 'paper' };
}

export function diamondPath({ x, y }: Point, radius: number): string {
  const r = 1.22 * radius;
  return polygonPath({ x, y: y - r }, { x: x + r, y }, { x, y: y + r }, { x: x - r, y });
}

/** A tick or a cross in the middle of a mark, for what is done or cancelled. */
export function statusSign(
  { kind, status, series }: Pick<WheelEntry, 'kind' | 'status' | 'series'>,
  { x, y }: Point,
  radius: number,
): PathShape[] {
  // A diamond has less room between its sides than a circle.
  const r = (kind === 'cooperation' ? 0.44 : 0.55) * radius;
  const stroke = {
    colour: status === 'done' ? (`series-${series}` as const) : 'muted',
    width: 0.26 * radius,
  } as const;
  if (status === 'done') {
    const d = linePath({ x: x - r, y: y }, { x: x - 0.25 * r, y: y + 0.7 * r }, { x: x + r, y: y - 0.7 * r });
    return [{ kind: 'path', d, fill: null, stroke }];
  }
  if (status === 'cancelled') {
    const cross = [
      linePath({ x: x - r, y: y - r }, { x: x + r, y: y + r }),
      linePath({ x: x - r, y: y + r }, { x: x + r, y: y - r }),
    ];
    return [{ kind: 'path', d: cross.join(' '), fill: null, stroke }];
  }
  return [];
}

/** The marks of an entry, its bar with its name in it where it bears one. */
export function drawMarks(
  placed: Placed,
  frame: Frame,
  layout: RingLayout,
  bearing: ReadonlySet<WheelEntry>,
): readonly Shape[] {
  const { entry, radius, angle, partners } = placed;
  const { centre } = frame;
  const point = polar(centre, radius, angle);
  const edge = Math.max(0.22 * layout.mark, 0.06 * frame.text);
  const style = styleOf(entry, edge);
  const path = (d: string): PathShape => ({ kind: 'path', d, fill: style.fill, stroke: style.stroke });
  const shapes: Shape[] = hitAreas(placed, frame, layout);
  if (isPeriod(entry)) shapes.push(...drawBar(placed, style, { frame, layout, hasName: bearing.has(entry) }));
  if (isBar(entry)) return shapes;
  if (partners.length > 0) {
    const reach = [radius, ...partners];
    shapes.push({
      kind: 'path',
      d: linePath(polar(centre, Math.min(...reach), angle), polar(centre, Math.max(...reach), angle)),
      fill: null,
      stroke: { colour: `series-${entry.series}`, width: 0.8 * edge },
      opacity: 0.6,
    });
  }
  for (const partner of partners)
    shapes.push(path(diamondPath(polar(centre, partner, angle), 0.72 * layout.mark)));
  const form = { deadline: circlePath, cooperation: diamondPath, activity: squarePath }[entry.kind];
  shapes.push(path(form(point, layout.mark)), ...statusSign(entry, point, layout.mark));
  return shapes;
}

/** A day of activity is a bar that is as short as it is wide. */
function squarePath({ x, y }: Point, radius: number): string {
  const r = 0.88 * radius;
  return polygonPath(
    { x: x - r, y: y - r },
    { x: x + r, y: y - r },
    { x: x + r, y: y + r },
    { x: x - r, y: y + r },
  );
}

/** Half the height of a bar, as a share of its lane; that of a deadline or of cooperation is a thin line. */
const BAR = 0.39;
const THIN_BAR = 0.2;
/** How high a bar with its name inside is, in letter heights: capitals have a little air above and below. */
const BAR_WITH_NAME = 0.95;

function isBar(entry: WheelEntry): boolean {
  return entry.kind === 'activity' && isPeriod(entry);
}

function hasSign({ status }: WheelEntry): boolean {
  return status === 'done' || status === 'cancelled';
}

/** Whether an activity is long enough, and its lane high enough, for its whole name along the curve. */
export function bearsName(
  { entry, from, to, radius }: Placed,
  { text }: Frame,
  lane: number,
  measure: MeasureText,
): boolean {
  const half = BAR * lane;
  if (!isBar(entry) || 2 * half < BAR_WITH_NAME * text) return false;
  const room = lengthOf(to - from, radius) - (hasSign(entry) ? 5 * half : 0) - 0.9 * text;
  return measure(entry.title, text, 'bold') <= room;
}

function drawBar(
  { entry, from, to, radius }: Placed,
  style: MarkStyle,
  {
    frame: { centre, text },
    layout: { lane, mark },
    hasName,
  }: { readonly frame: Frame; readonly layout: RingLayout; readonly hasName: boolean },
): Shape[] {
  const half = (isBar(entry) ? BAR : THIN_BAR) * lane;
  const sector = { centre, inner: radius - half, outer: radius + half, from, to };
  const d = barPath(sector, Math.min(half, 0.22 * text));
  const shapes: Shape[] = [{ kind: 'path', d, fill: style.fill, stroke: style.stroke }];
  if (!isBar(entry)) return shapes;
  const length = lengthOf(to - from, radius);
  if (hasSign(entry) && length > 2.4 * half) {
    const sign = polar(centre, radius, from + (to - from) * Math.min(0.5, (1.4 * half) / length));
    shapes.push(...statusSign(entry, sign, Math.min(0.9 * half, mark)));
  }
  if (hasName)
    shapes.push(
      curvedText(
        entry.title,
        { centre, radius, angle: (from + to) / 2 },
        { size: text, weight: 'bold', colour: style.ink },
      ),
    );
  return shapes;
}

/** Fingers and pointers need more than a mark of a few units; what takes them is there and not seen. */
function hitAreas({ entry, from, to, angle, radius }: Placed, frame: Frame, layout: RingLayout): PathShape[] {
  const { centre, text } = frame;
  const half = layout.lane / 2;
  const d = isPeriod(entry)
    ? sectorPath({ centre, inner: radius - half, outer: radius + half, from, to })
    : circlePath(polar(centre, radius, angle), Math.max(half, 0.5 * text));
  return [{ kind: 'path', d, fill: 'paper', stroke: null, opacity: 0 }];
}

import { HALF_CAPITAL } from './curved-text.js';
import type { GroupShape, MeasureText, PathShape, Shape } from './drawing.js';
import { barPath, circlePath, ORIGIN, type Point } from './geometry.js';
import { diamondPath, statusSign, styleOf } from './marks.js';
import type { Series, Wheel, WheelEntry, WheelView } from './model.js';
import { shorten } from './shorten.js';

interface Item {
  readonly name: string;
  readonly draw: (at: Point, radius: number) => readonly PathShape[];
}

const GAP = 2.2;
const SIGN = 1.7;
const ROW = 1.9;

/** The key under a wheel: how marks look and what colours mean. */
export function drawLegend(
  wheel: Wheel,
  view: WheelView,
  measure: MeasureText,
): { readonly height: number; readonly group: GroupShape | null } {
  if (!view.legend) return { height: 0, group: null };
  const text = 0.95 * view.textSize;
  const rows = [marksOf(wheel), coloursOf(wheel)].flatMap((items) =>
    rowsOf(items, view.width - 4 * text, text, measure),
  );
  const height = (rows.length * ROW + 1) * text;
  const corner = view.corner ?? ORIGIN;
  const shapes = rows.flatMap((row, index) => {
    const y = corner.y + view.height - height + (index + 0.7) * ROW * text;
    let x = corner.x + (view.width - row.reduce((sum, { width }) => sum + width, -GAP * text)) / 2;
    return row.flatMap(({ item, name, width }): Shape[] => {
      const left = x;
      x += width;
      return [
        ...item.draw({ x: left + 0.5 * text, y }, 0.46 * text),
        {
          kind: 'text',
          text: name,
          x: left + SIGN * text,
          y: y + HALF_CAPITAL * text,
          size: text,
          weight: 'regular',
          colour: 'ink',
          anchor: 'start',
          turn: 0,
        },
      ];
    });
  });
  return { height, group: { kind: 'group', of: 'legend', shapes } };
}

function rowsOf(items: readonly Item[], room: number, text: number, measure: MeasureText) {
  const rows: { item: Item; name: string; width: number }[][] = [];
  let left = 0;
  for (const item of items) {
    const name = shorten(
      item.name,
      { width: room - (SIGN + GAP) * text, size: text, weight: 'regular' },
      measure,
    );
    const width = (SIGN + GAP) * text + measure(name, text, 'regular');
    if (rows.length === 0 || width - GAP * text > left) {
      rows.push([]);
      left = room;
    }
    rows.at(-1)?.push({ item, name, width });
    left -= width;
  }
  return rows;
}

type Sample = Pick<WheelEntry, 'kind' | 'status' | 'provisional' | 'series'>;

const PLAIN: Sample = { kind: 'deadline', status: 'planned', provisional: false, series: 7 };

function sign(sample: Partial<Sample>, form: (at: Point, radius: number) => string): Item['draw'] {
  const entry = { ...PLAIN, ...sample };
  return (at, radius) => {
    const { fill, stroke } = styleOf(entry, 0.2 * radius);
    return [{ kind: 'path', d: form(at, radius), fill, stroke }, ...statusSign(entry, at, radius)];
  };
}

/** A short bar that lies on a circle so wide that it looks straight. */
function lyingBar({ x, y }: Point, radius: number): string {
  const far = 1e4;
  const degrees = (1.5 * radius * 180) / (Math.PI * far);
  const sector = {
    centre: { x, y: y + far },
    inner: far - 0.6 * radius,
    outer: far + 0.6 * radius,
    from: -degrees,
    to: degrees,
  };
  return barPath(sector, 0.3 * radius);
}

/** Status signs are there only when an entry has them. */
function marksOf({ words, entries }: Wheel): Item[] {
  const has = (test: (entry: WheelEntry) => boolean) => entries.some(test);
  return [
    { name: words.deadline, draw: sign({}, circlePath) },
    { name: words.cooperation, draw: sign({ kind: 'cooperation' }, diamondPath) },
    { name: words.activity, draw: sign({ kind: 'activity' }, lyingBar) },
    ...(has(({ status }) => status === 'done')
      ? [{ name: words.done, draw: sign({ status: 'done' }, circlePath) }]
      : []),
    ...(has(({ status }) => status === 'cancelled')
      ? [{ name: words.cancelled, draw: sign({ status: 'cancelled' }, circlePath) }]
      : []),
    ...(has(({ provisional }) => provisional)
      ? [{ name: words.provisional, draw: sign({ provisional: true }, circlePath) }]
      : []),
  ];
}

function coloursOf({ colours }: Wheel): Item[] {
  const swatch =
    (series: Series): Item['draw'] =>
    (at, radius) => [{ kind: 'path', d: circlePath(at, radius), fill: `series-${series}`, stroke: null }];
  return colours.map(({ series, name }) => ({ name, draw: swatch(series) }));
}

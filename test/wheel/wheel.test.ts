import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { PALETTES } from '../../src/wheel/palette.js';
import { svgOf } from '../../src/wheel/svg.js';
import { drawWheel, type Wheel, type WheelView } from '../../src/wheel/wheel.js';
import { layOutWheel } from '../../src/wheel/wheel-layout.js';
import { anyView, anyWheel } from './any-wheel.js';
import { measureInter } from './inter.js';
import { square, vestfoldWheel } from './samples.js';
import { cornersOf, flat, groupsOf, isText, overlap } from './shapes.js';

const draw = (wheel: Wheel, view: WheelView) => drawWheel(wheel, view, measureInter).drawing;
const onDial = ({ entries }: Wheel, view: WheelView) =>
  entries.filter(({ start, end }) => start <= view.to && end >= view.from);

/** Wheels of hundreds of entries take too long to be made small when one fails; the seed says which it was. */
const runs = (numRuns: number) => ({ numRuns, endOnFailure: true });

/** The entries that bear a label or a name, and how many the drawing says are hidden. */
function namedAndHidden(wheel: Wheel, view: WheelView) {
  let told = 0;
  const hidden = (count: number) => {
    told = count;
    return String(count);
  };
  const drawing = draw({ ...wheel, words: { ...wheel.words, hidden } }, view);
  const named = groupsOf(drawing, 'entry:').filter(({ shapes }) =>
    shapes.some(({ kind }) => kind !== 'path'),
  );
  return { named: named.length, told };
}

describe('a wheel', () => {
  it('is not drawn without an entry whose ring it does not have', () => {
    expect(() => draw({ ...vestfoldWheel(10), rings: [] }, square(800))).toThrow(RangeError);
  });

  it('gives every entry on the dial a group of its own', () => {
    const wheel = vestfoldWheel(229);
    expect(groupsOf(draw(wheel, square(1600)), 'entry:').map(({ of }) => of)).toEqual(
      wheel.entries.map(({ id }) => `entry:${id}`),
    );
  });

  it('labels entries or counts them as hidden, whatever the wheel and the view', () => {
    fc.assert(
      fc.property(anyWheel(400), anyView, (wheel, view) => {
        const { named, told } = namedAndHidden(wheel, view);
        expect(named + told).toBe(onDial(wheel, view).length);
      }),
      runs(40),
    );
  });

  it('says per month how many are hidden, and these are all', () => {
    const wheel = vestfoldWheel(400);
    const { told } = namedAndHidden(wheel, square(1600));
    const counts = groupsOf(draw(wheel, square(1600)), 'month:').flatMap(({ shapes }) =>
      shapes.flatMap((shape) =>
        shape.kind === 'arc-text' && /^\+\d+$/.test(shape.text) ? [Number(shape.text)] : [],
      ),
    );
    expect(told).toBeGreaterThan(0);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(told);
  });

  it('never lays a bar over another, whatever the wheel and the view', () => {
    fc.assert(
      fc.property(anyWheel(400), anyView, (wheel, view) => {
        const { rings } = layOutWheel(wheel, view, view.height, measureInter);
        const bars = rings.entries
          .filter(({ entry }) => entry.start !== entry.end)
          .sort((a, b) => a.radius - b.radius || a.from - b.from);
        bars.forEach((bar, index) => {
          const previous = bars[index - 1];
          if (previous && bar.radius - previous.radius < 1e-6)
            expect(bar.from).toBeGreaterThanOrEqual(previous.to - 1e-9);
        });
      }),
      runs(40),
    );
  });

  it('never lays a label over another, whatever the wheel and the view', () => {
    fc.assert(
      fc.property(anyWheel(400), anyView, (wheel, view) => {
        const drawing = draw(wheel, view);
        const labels = ['entry:', 'holiday-label:', 'break-label:', 'today-label']
          .flatMap((prefix) => groupsOf(drawing, prefix))
          .map(({ shapes }) =>
            flat(shapes)
              .filter(isText)
              .map((text) => cornersOf(text, measureInter)),
          );
        labels.forEach((label, index) => {
          for (const other of labels.slice(index + 1))
            for (const one of label) for (const two of other) expect(overlap(one, two)).toBe(false);
        });
      }),
      runs(25),
    );
  });

  it('tilts no label and leaves none outside the paper', () => {
    fc.assert(
      fc.property(anyWheel(200), anyView, (wheel, view) => {
        for (const text of groupsOf(draw(wheel, view), 'entry:')
          .flatMap(({ shapes }) => flat(shapes))
          .filter(isText)) {
          expect(text.turn).toBe(0);
          for (const [x, y] of cornersOf(text, measureInter)) {
            expect(x).toBeGreaterThan(-1);
            expect(x).toBeLessThan(view.width + 1);
            expect(y).toBeGreaterThan(-1);
            expect(y).toBeLessThan(view.height + 1);
          }
        }
      }),
      runs(40),
    );
  });

  it('begins every label with the date', () => {
    const labels = groupsOf(draw(vestfoldWheel(60), square(1600)), 'entry:')
      .map(({ shapes }) => shapes.filter(isText))
      .filter(({ length }) => length > 0);
    expect(labels.length).toBeGreaterThan(30);
    for (const [date, title] of labels) {
      expect(date).toMatchObject({ text: expect.stringMatching(/^\d+\.\d+\.$/), weight: 'bold' });
      const left = (shape: typeof date) =>
        shape ? Math.min(...cornersOf(shape, measureInter).map(([x]) => x)) : 0;
      if (title?.y === date?.y) expect(left(title)).toBeGreaterThan(left(date));
    }
  });

  it('tells the end of what began before the part that is shown, at its end', () => {
    const view = { ...square(1200), from: isoDate('2026-12-01'), to: isoDate('2026-12-31') };
    const wheel = vestfoldWheel(229);
    const begun = onDial(wheel, view).filter(({ start, end }) => start < view.from && end <= view.to);
    expect(begun.length).toBeGreaterThan(2);
    for (const { id, untilLabel } of begun) {
      const [group] = groupsOf(draw(wheel, view), `entry:${id}`);
      const texts = flat(group?.shapes ?? []).filter(isText);
      if (texts.length > 0) expect(texts[0]?.text).toBe(untilLabel);
    }
  });

  it('shows marks and no labels where it is small', () => {
    const drawing = draw(vestfoldWheel(229), square(340));
    expect(
      groupsOf(drawing, 'entry:')
        .flatMap(({ shapes }) => flat(shapes))
        .filter(isText),
    ).toEqual([]);
    expect(namedAndHidden(vestfoldWheel(229), square(340)).told).toBe(229);
  });

  it('writes the name of a long activity into its bar when there is room', () => {
    const wheel = vestfoldWheel(60);
    const bars = groupsOf(draw(wheel, square(1600)), 'entry:').filter(({ shapes }) =>
      shapes.some(({ kind }) => kind === 'arc-text'),
    );
    expect(bars.length).toBeGreaterThan(3);
  });

  it('draws a cooperation in every ring that takes part', () => {
    const wheel = vestfoldWheel(229, 'actor');
    const entry = wheel.entries.find(
      ({ kind, partnerRings, ring, start, end }) =>
        kind === 'cooperation' && start === end && partnerRings.some((partner) => partner !== ring),
    );
    const [group] = groupsOf(draw(wheel, square(1600)), `entry:${entry?.id}`);
    const diamonds = group?.shapes.filter(
      (shape) => shape.kind === 'path' && shape.fill === 'paper' && shape.opacity !== 0,
    );
    const others = new Set(entry?.partnerRings.filter((partner) => partner !== entry.ring));
    expect(diamonds).toHaveLength(1 + others.size);
  });

  it('tells planned, done, cancelled and provisional apart without colour', () => {
    const base = vestfoldWheel(1).entries[0] as Wheel['entries'][number];
    const forms = (
      [
        { status: 'planned' },
        { status: 'done' },
        { status: 'cancelled' },
        { status: 'planned', provisional: true },
      ] as const
    ).map((change) => {
      const entry = { ...base, kind: 'deadline', end: base.start, ...change } as const;
      const [group] = groupsOf(draw({ ...vestfoldWheel(0), entries: [entry] }, square(340)), 'entry:');
      return JSON.stringify(
        group?.shapes.map(
          (shape) => shape.kind === 'path' && [shape.d, shape.stroke?.dash, shape.stroke === null],
        ),
      );
    });
    expect(new Set(forms).size).toBe(4);
  });

  it('is the same wherever it stands in a larger drawing', () => {
    const view = { ...square(900), legend: true };
    const placesOf = (given: WheelView) =>
      flat(draw(vestfoldWheel(100), given).shapes)
        .filter(isText)
        .map(({ text, x, y }) => ({ text, x, y }));
    const moved = placesOf({ ...view, corner: { x: 100, y: 40 } });
    placesOf(view).forEach(({ text, x, y }, index) => {
      expect(moved[index]?.text).toBe(text);
      expect(moved[index]?.x).toBeCloseTo(x + 100, 6);
      expect(moved[index]?.y).toBeCloseTo(y + 40, 6);
    });
  });

  it('shows only what is on the dial when it is zoomed', () => {
    const view = { ...square(1200), from: isoDate('2026-11-01'), to: isoDate('2026-11-30') };
    const wheel = vestfoldWheel(229);
    expect(groupsOf(draw(wheel, view), 'entry:')).toHaveLength(onDial(wheel, view).length);
    expect(groupsOf(draw(wheel, view), 'month:').map(({ of }) => of)).toEqual(['month:2026-11']);
  });

  it('is a whole SVG without NaN, styles or scripts, whatever people call their tasks', () => {
    fc.assert(
      fc.property(anyWheel(60), anyView, (wheel, view) => {
        const svg = svgOf(draw(wheel, view), PALETTES.light);
        expect(svg).not.toMatch(/NaN|Infinity|undefined|<script|onload=x>|style=/);
        // Throws unless it is well-formed.
        expect(new Resvg(svg, { font: { loadSystemFonts: false } }).width).toBe(view.width);
      }),
      runs(60),
    );
  });
});

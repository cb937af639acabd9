import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LabelPlace,
  type LabelWish,
  leaderOf,
  placeAll,
  placeMost,
} from '../../src/wheel/labels/label-choice.js';
import { isClear, type LabelRoom } from '../../src/wheel/labels/label-room.js';
import { LabelText } from '../../src/wheel/labels/label-text.js';
import { measureInter } from './inter.js';

const CIRCLE: LabelRoom = {
  centre: { x: 500, y: 400 },
  rim: 220,
  across: 254,
  up: 400,
  down: 400,
  box: { x: 0, y: 0, width: 1000, height: 800 },
  sides: ['right', 'left'],
  text: 12,
};
const FAN: LabelRoom = { ...CIRCLE, centre: { x: 200, y: 400 }, sides: ['right'] };

const text = new LabelText(
  [{ text: 'Samtaler med alle elever', weight: 'regular', colour: 'ink' }],
  12,
  measureInter,
);
const wishAt = (angle: number, index: number): LabelWish<number> => ({
  of: index,
  angle,
  rank: (index * 7) % 401,
  text,
});

const anyWishes = ({ sides }: LabelRoom) =>
  fc
    .array(fc.nat(3649), { maxLength: 150 })
    .map((tenths) =>
      tenths.map((tenth, index) =>
        wishAt(sides.length === 1 ? 20 + (tenth * 140) / 3650 : (tenth * 360) / 3650, index),
      ),
    );

/** The rows of a side, from the top down. */
const column = <T>(places: readonly LabelPlace<T>[], side: string) =>
  places.filter((place) => place.side === side).sort((a, b) => a.y - b.y);

describe('choosing labels', () => {
  for (const [name, room] of Object.entries({ circle: CIRCLE, fan: FAN })) {
    it(`lays none over another in a ${name}, keeps them on the paper, and leads to none across the wheel`, () => {
      fc.assert(
        fc.property(anyWishes(room), (wishes) => {
          const places = placeMost(wishes, room);
          expect(new Set(places.map(({ of }) => of)).size).toBe(places.length);
          for (const side of ['left', 'right'])
            column(places, side).forEach((place, index, all) => {
              const half = (1.16 * 12 * place.lines) / 2;
              const before = all[index - 1];
              expect(place.y - half).toBeGreaterThanOrEqual(-1e-6);
              expect(place.y + half).toBeLessThanOrEqual(800 + 1e-6);
              if (before) expect(place.y - half).toBeGreaterThan(before.y + (1.16 * 12 * before.lines) / 2);
              const { from, to } = leaderOf(place, room);
              expect(isClear(room, from, to)).toBe(true);
              const end = side === 'right' ? room.centre.x + place.start + text.narrowest(place.lines) : 0;
              expect(end).toBeLessThanOrEqual(1000 + 1e-6);
            });
        }),
        { numRuns: 60 },
      );
    });
  }

  it('keeps labels in the order of their dates, so that no leader crosses another', () => {
    fc.assert(
      fc.property(anyWishes(CIRCLE), (wishes) => {
        const places = placeMost(wishes, CIRCLE);
        // Around the clock from the last of the left column: up on the left, then down on the right.
        const round = [...column(places, 'left').reverse(), ...column(places, 'right')].map(
          ({ angle }) => angle,
        );
        const falls = round.filter((angle, index) => angle < (round[index - 1] ?? angle));
        expect(falls.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves none out for one that ranks below it', () => {
    fc.assert(
      fc.property(anyWishes(FAN), fc.nat(401), (wishes, limit) => {
        const keptOf = (those: typeof wishes) => new Set(placeMost(those, FAN).map(({ of }) => of));
        const kept = keptOf(wishes);
        const above = wishes.filter(({ rank }) => rank < limit);
        expect(above.filter(({ of }) => kept.has(of)).length).toBe(keptOf(above).size);
      }),
      { numRuns: 60 },
    );
  });

  it('places all or says that there is no room for all', () => {
    const even = (count: number) =>
      Array.from({ length: count }, (_, index) => wishAt((360 * index) / count, index));
    expect(placeAll(even(80), CIRCLE)).toHaveLength(80);
    expect(placeAll(even(140), CIRCLE)).toBeUndefined();
  });
});

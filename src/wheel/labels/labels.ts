import type { IsoDate } from '../../calendar/iso-date.js';
import { breakBearsName } from '../backdrop.js';
import { angleOfEnd, angleOfNoon, angleOfStart, isOnDial } from '../dial.js';
import type { Colour, MeasureText } from '../drawing.js';
import type { Frame, Place } from '../frame.js';
import type { Wheel, WheelEntry } from '../model.js';
import { labelAnglesOf } from './label-angle.js';
import type { LabelWish } from './label-choice.js';
import { rankEntries } from './label-rank.js';
import { type LabelPart, LabelText } from './label-text.js';

/** What a label is of: an entry, or something of the calendar. */
export type Labelled =
  | { readonly kind: 'entry'; readonly entry: WheelEntry; readonly isBegun: boolean }
  | { readonly kind: 'holiday'; readonly date: IsoDate; readonly label: string }
  | { readonly kind: 'break'; readonly name: string; readonly label: string }
  | { readonly kind: 'today'; readonly label: string };

export type Wish = LabelWish<Labelled>;

/** The wishes for labels of a wheel; each text is measured once, however often the wheel is laid out. */
export class LabelWishes {
  readonly #wheel: Wheel;
  readonly #place: Place;
  readonly #measure: MeasureText;
  readonly #ofEntries: ReadonlyMap<WheelEntry, Wish>;

  constructor(wheel: Wheel, place: Place, measure: MeasureText) {
    [this.#wheel, this.#place, this.#measure] = [wheel, place, measure];
    const ranks = rankEntries(wheel.entries, wheel.today);
    this.#ofEntries = new Map(
      labelAnglesOf(wheel.entries, place.dial).map(({ entry, angle, isBegun }) => [
        entry,
        this.#wish({ kind: 'entry', entry, isBegun }, angle, ranks.get(entry) ?? 0),
      ]),
    );
  }

  /** Of every entry on the dial, but for those that bear their names, and of today. */
  needed(bearing: ReadonlySet<WheelEntry> = new Set()): Wish[] {
    const { dial } = this.#place;
    const { today, words } = this.#wheel;
    const ofEntries = [...this.#ofEntries].flatMap(([entry, wish]) => (bearing.has(entry) ? [] : [wish]));
    if (today === null || !isOnDial(dial, today, today)) return ofEntries;
    return [...ofEntries, this.#wish({ kind: 'today', label: words.today }, angleOfNoon(dial, today), -1)];
  }

  /** Of breaks that are too short to bear their names themselves. */
  ofBreaks(frame: Frame): Wish[] {
    const { dial } = this.#place;
    return this.#wheel.breaks
      .filter((each) => isOnDial(dial, each.from, each.to) && !breakBearsName(each, frame, this.#measure))
      .map(({ name, label, from, to }) => {
        const middle = (angleOfStart(dial, from) + angleOfEnd(dial, to)) / 2;
        return this.#wish({ kind: 'break', name, label }, middle, this.#ofEntries.size);
      });
  }

  ofHolidays(): Wish[] {
    const { dial } = this.#place;
    return this.#wheel.holidays
      .filter(({ date }) => isOnDial(dial, date, date))
      .map(({ date, label }) =>
        this.#wish({ kind: 'holiday', date, label }, angleOfNoon(dial, date), this.#ofEntries.size + 1),
      );
  }

  #wish(of: Labelled, angle: number, rank: number): Wish {
    return { of, angle, rank, text: new LabelText(partsOf(of), this.#place.text, this.#measure) };
  }
}

/** Of its leader and of its date. */
export function colourOf(of: Labelled): Colour {
  if (of.kind === 'entry') return of.entry.status === 'cancelled' ? 'muted' : `series-${of.entry.series}`;
  return of.kind === 'today' ? 'today' : 'muted';
}

function partsOf(of: Labelled): readonly LabelPart[] {
  switch (of.kind) {
    case 'today':
      return [{ text: of.label, weight: 'bold', colour: 'today' }];
    case 'break':
      return [{ text: of.label, weight: 'bold', colour: 'muted' }];
    case 'holiday':
      return [{ text: of.label, weight: 'regular', colour: 'muted' }];
    case 'entry': {
      const { entry, isBegun } = of;
      const isOver = entry.status === 'done' || entry.status === 'cancelled';
      const href = entry.href === undefined ? {} : { href: entry.href };
      return [
        { text: isBegun ? entry.untilLabel : entry.dateLabel, weight: 'bold', colour: colourOf(of), ...href },
        { text: entry.title, weight: 'regular', colour: isOver ? 'muted' : 'ink', ...href },
      ];
    }
    default:
      return of satisfies never;
  }
}

import type { IsoDate } from '../calendar/iso-date.js';
import type { Point } from './geometry.js';

/** Which of the eight colours of entries. */
export type Series = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface WheelRing {
  readonly id: string;
  readonly name: string;
  /** Null where the ring holds entries of many colours. */
  readonly series: Series | null;
}

export interface WheelEntry {
  readonly id: string;
  readonly kind: 'deadline' | 'activity' | 'cooperation';
  readonly title: string;
  /** The date as the label begins with it: `1.3.` */
  readonly dateLabel: string;
  /** Its last day, as the label begins with it where its first is not shown: `–20.12.` */
  readonly untilLabel: string;
  readonly start: IsoDate;
  /** The last day, included. */
  readonly end: IsoDate;
  /** The id of a ring. */
  readonly ring: string;
  /** The rings of those who take part, besides its own. */
  readonly partnerRings: readonly string[];
  readonly status: 'planned' | 'started' | 'done' | 'cancelled';
  readonly provisional: boolean;
  readonly series: Series;
  /** Where its label leads to, in media that have links. */
  readonly href?: string;
}

export interface WheelBreak {
  /** Names its group: `break:{name}`. */
  readonly name: string;
  readonly label: string;
  readonly from: IsoDate;
  /** The last day, included. */
  readonly to: IsoDate;
}

export interface WheelHoliday {
  readonly label: string;
  readonly date: IsoDate;
}

/** Every word of the drawing that is not a name of something planned. */
export interface WheelWords {
  /** January first. */
  readonly months: readonly string[];
  /** Written before the first week number: `uke`. */
  readonly week: string;
  readonly today: string;
  /** Says how many entries stand without a label: `12 oppgaver uten navn`. */
  readonly hidden: (count: number) => string;
  readonly deadline: string;
  readonly activity: string;
  readonly cooperation: string;
  readonly done: string;
  readonly cancelled: string;
  readonly provisional: string;
  /** The text alternative of the drawing. */
  readonly description: string;
}

/** What a wheel shows, in one language. */
export interface Wheel {
  readonly title: string;
  readonly subtitle: string;
  /** 1 August of the school year. */
  readonly from: IsoDate;
  /** 31 July of the school year. */
  readonly to: IsoDate;
  /** Null on paper that is to hang for a year. */
  readonly today: IsoDate | null;
  /** From the innermost outwards. */
  readonly rings: readonly WheelRing[];
  readonly entries: readonly WheelEntry[];
  readonly breaks: readonly WheelBreak[];
  readonly holidays: readonly WheelHoliday[];
  /** What the colours mean. */
  readonly colours: readonly { readonly series: Series; readonly name: string }[];
  readonly words: WheelWords;
}

/** How a wheel is looked at. */
export interface WheelView {
  /** In units of the drawing. */
  readonly width: number;
  readonly height: number;
  /** Its upper left corner, where it is a part of a larger drawing; else the drawing's own. */
  readonly corner?: Point;
  /** Of the labels; everything else follows from it and from the size. */
  readonly textSize: number;
  /** The smallest letters that there may be, where it matters; names are never smaller than the labels. */
  readonly smallest?: number;
  /** The days shown; the whole school year closes the circle, less opens it to a fan. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Whether a key to marks and colours is drawn under the wheel. */
  readonly legend: boolean;
}

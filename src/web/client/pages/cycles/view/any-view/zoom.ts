import {
  addDays,
  type IsoDate,
  isIsoDate,
  isoWeekOf,
  WEEKDAYS,
  weekdayOf,
} from '../../../../../../calendar/iso-date.js';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';

export const ZOOM_KINDS = ['year', 'term', 'month', 'week'] as const;

export type ZoomKind = (typeof ZOOM_KINDS)[number];

/** The part of the school year that is shown. */
export interface Zoom {
  readonly kind: ZoomKind;
  readonly from: IsoDate;
  /** The last day, included. */
  readonly to: IsoDate;
}

/** The first and last day of a school year, and its terms. */
export type SchoolYearSpan = Pick<CycleView['schoolYear'], 'from' | 'to' | 'terms'>;

/** The zoom in an address: none for the year, `term:2026-08-17`, `month:2026-10-01`, `week:2026-10-05`. */
export function readZoom(text: string | null, schoolYear: SchoolYearSpan): Zoom {
  const [kind, date] = (text ?? '').split(':');
  const known = ZOOM_KINDS.find((each) => each === kind);
  if (!known || date === undefined || !isIsoDate(date) || date < schoolYear.from || date > schoolYear.to)
    return zoomTo('year', schoolYear.from, schoolYear);
  return zoomTo(known, date, schoolYear);
}

/** The zoom as an address parameter; null for the whole year. */
export function writeZoom({ kind, from }: Zoom): string | null {
  return kind === 'year' ? null : `${kind}:${from}`;
}

/** The year, term, month or week of a date. In the holidays between the terms, the term that comes next. */
export function zoomTo(kind: ZoomKind, date: IsoDate, schoolYear: SchoolYearSpan): Zoom {
  const within = (from: IsoDate, to: IsoDate): Zoom => ({
    kind,
    from: from < schoolYear.from ? schoolYear.from : from,
    to: to > schoolYear.to ? schoolYear.to : to,
  });
  switch (kind) {
    case 'year':
      return within(schoolYear.from, schoolYear.to);
    case 'term': {
      const term = schoolYear.terms.find(({ to }) => date <= to) ?? schoolYear.terms.at(-1);
      return term ? within(term.from, term.to) : within(schoolYear.from, schoolYear.to);
    }
    case 'month': {
      const first = `${date.slice(0, 7)}-01` as IsoDate;
      return within(first, addDays(`${addDays(first, 31).slice(0, 7)}-01` as IsoDate, -1));
    }
    case 'week': {
      const monday = addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));
      return within(monday, addDays(monday, 6));
    }
    default:
      return kind satisfies never;
  }
}

/** The next or previous part of the same kind; undefined outside the school year. */
export function zoomAside(zoom: Zoom, direction: 1 | -1, schoolYear: SchoolYearSpan): Zoom | undefined {
  if (zoom.kind === 'year') return undefined;
  const beside = direction === 1 ? addDays(zoom.to, 1) : addDays(zoom.from, -1);
  if (beside < schoolYear.from || beside > schoolYear.to) return undefined;
  if (zoom.kind !== 'term') return zoomTo(zoom.kind, beside, schoolYear);
  const index = schoolYear.terms.findIndex(({ from }) => from === zoom.from);
  const term = schoolYear.terms[index + direction];
  return term && zoomTo('term', term.from, schoolYear);
}

/** Zooms one step in around a date, or one step out. */
export function zoomBy(zoom: Zoom, step: 1 | -1, about: IsoDate, schoolYear: SchoolYearSpan): Zoom {
  const index = Math.min(ZOOM_KINDS.length - 1, Math.max(0, ZOOM_KINDS.indexOf(zoom.kind) + step));
  const inside = about < zoom.from || about > zoom.to ? zoom.from : about;
  return zoomTo(ZOOM_KINDS[index] as ZoomKind, inside, schoolYear);
}

/** The ISO week that a zoom begins in. */
export function weekOfZoom({ from }: Zoom): number {
  return isoWeekOf(from).week;
}

import { firstDayOf } from '../../../../data/cycle/months.js';
import { monthOfTime, readChosenTime, withoutTime, ZOOM } from './chosen-time.js';
import { readZoom, type SchoolYearSpan, writeZoom, type Zoom, zoomTo } from './zoom.js';

/** The part of the year that an address shows: its zoom, else the chosen month or the month of the chosen day, else the year. */
export function readShownPart(search: URLSearchParams, schoolYear: SchoolYearSpan): Zoom {
  const zoom = readZoom(search.get(ZOOM), schoolYear);
  const time = readChosenTime(search, schoolYear);
  return zoom.kind === 'year' && time ? zoomTo('month', firstDayOf(monthOfTime(time)), schoolYear) : zoom;
}

/** The address's parameters with another part of the year; the others are kept. */
export function withShownPart(search: URLSearchParams, zoom: Zoom): URLSearchParams {
  const next = withoutTime(search);
  const text = writeZoom(zoom);
  if (text !== null) next.set(ZOOM, text);
  return next;
}

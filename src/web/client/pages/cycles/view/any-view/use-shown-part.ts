import { readShownPart, withShownPart } from './shown-part.js';
import { useTimeInAddress } from './use-chosen-time.js';
import type { SchoolYearSpan, Zoom } from './zoom.js';

/** The part of the year that the address shows, and its setter. */
export function useShownPart(schoolYear: SchoolYearSpan): readonly [Zoom, (next: Zoom) => void] {
  return useTimeInAddress(schoolYear, readShownPart, withShownPart);
}

import { CALENDAR_ZONES } from './bounds.js';

/**
 * The time zones that a calendar names without defining them, as Microsoft's products and lists of events do. To ask ICU
 * for a zone takes 30 kB outside the heap, where nothing is collected for lack of room: each name is asked for once.
 */
export class NamedZones {
  readonly #found = new Map<string, string | undefined>();

  /**
   * The IANA zone of a TZID (RFC 5545 3.2.19), as IANA spells it; undefined when there is none of that name. Throws an
   * Error when the calendar has named more zones than are looked up.
   */
  find(tzid: string): string | undefined {
    if (this.#found.has(tzid)) return this.#found.get(tzid);
    if (this.#found.size === CALENDAR_ZONES)
      throw new Error(`the calendar names more than ${CALENDAR_ZONES} time zones`);
    const zone = ianaZone(tzid);
    this.#found.set(tzid, zone);
    return zone;
  }
}

function ianaZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const KEPT_AS = 'acting-unit';

/** The unit that the reader has chosen to speak for, kept in the browser; null lets the service choose. */
export function actingUnit(): string | null {
  return localStorage.getItem(KEPT_AS);
}

/** Speaks for a unit from now on. */
export function chooseActingUnit(unit: string | null): void {
  if (unit === null) localStorage.removeItem(KEPT_AS);
  else localStorage.setItem(KEPT_AS, unit);
}

import { keepChoice, keptChoice } from '../browser/kept-choice.js';

const KEPT_AS = 'acting-unit';

/** The unit that the reader has chosen to act for, kept in the browser; null lets the service choose. */
export function actingUnit(): string | null {
  return keptChoice(KEPT_AS);
}

/** Sets the unit that the reader acts for. */
export function chooseActingUnit(unit: string | null): void {
  keepChoice(KEPT_AS, unit);
}

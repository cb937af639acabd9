import type { TextPart } from '../../../../../calendar/skolerute-text/part.js';
import type { Translate } from '../../../../../language/translate.js';

/** What a part of a text is called: "Siste dag før juleferie". */
export function textPartName(part: TextPart, t: Translate): string {
  if (part === 'day-off' || part === 'planning-day') return t(`work.skolerute.kind.${part}`);
  const [side, name] = part.split(' ');
  if (name === undefined) return t(`work.skolerute.part.${part}`);
  return t(`work.skolerute.text.${side === 'last-day-before' ? 'day-before' : 'day-after'}`, {
    break: t(`break.${name}`),
  });
}

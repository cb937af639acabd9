import type { LeadTimes } from '../../../units/unit.js';

export const LEAD_KINDS = [
  'deadline',
  'activity',
  'cooperation',
] as const satisfies readonly (keyof LeadTimes)[];

/** Lead times as people write them: "14, 3, 0"; empty for the standard ones. */
export function leadTimesTexts(leadTimes: LeadTimes): Record<keyof LeadTimes, string> {
  const text = (kind: keyof LeadTimes) => (leadTimes[kind] ?? []).join(', ');
  return { deadline: text('deadline'), activity: text('activity'), cooperation: text('cooperation') };
}

/** Parses written lead times; what is not a whole number is sent too, for the service to report. */
export function leadTimesFrom(texts: Readonly<Record<keyof LeadTimes, string>>): LeadTimes {
  return Object.fromEntries(
    LEAD_KINDS.flatMap((kind) => {
      const parts = texts[kind].split(/[\s,;]+/).filter((part) => part !== '');
      return parts.length === 0 ? [] : [[kind, parts.map((part) => numberOrText(part))]];
    }),
  );
}

const numberOrText = (part: string) => (/^\d+$/.test(part) ? Number(part) : part);

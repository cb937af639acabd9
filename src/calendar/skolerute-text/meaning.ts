import type { Break } from '../skolerute.js';
import type { Subject } from './subjects.js';

/** What the dates beside some words are dates of. */
export type Meaning =
  | { readonly kind: 'school-day'; readonly edge: 'first' | 'last'; readonly beside: Break | null }
  | { readonly kind: 'break'; readonly break: Break }
  | { readonly kind: 'some-break' }
  | { readonly kind: 'off' }
  | { readonly kind: 'planning-day'; readonly arePupilsOff: boolean }
  | {
      readonly kind: 'left-alone';
      readonly why: 'not-of-pupils' | 'public-holiday' | 'school-day' | 'summer';
    }
  | { readonly kind: 'title' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'none' };

/** What words that stand together mean; `unclear` when they contradict each other or are denied. */
export function meaningOf(subjects: readonly Subject[], isDenied: boolean): Meaning {
  const has = (is: Subject['is']) => subjects.some((subject) => subject.is === is);
  const isOff = has('off') || has('pupils-off');
  if (has('unclear') || isDenied) return { kind: 'unclear' };
  const rest = subjects.filter(({ is }) => is !== 'unknown' && is !== 'some-pupils');
  if (rest.length === 0) return { kind: 'none' };
  if (has('not-of-pupils')) {
    const isOfOthers = rest[0]?.is === 'not-of-pupils' || rest.length === 1;
    if (isOfOthers) return has('pupils-off') ? { kind: 'unclear' } : leftAlone('not-of-pupils');
    if (!has('break') && !has('pupils-off') && !has('planning-day')) return { kind: 'unclear' };
  }
  const breaks = [...new Set(subjects.flatMap((each) => (each.is === 'break' ? [each.break] : [])))];
  if (has('first-school-day') || has('last-school-day')) return schoolDay(subjects, breaks);
  if (has('before') || has('after')) return { kind: 'unclear' };
  if (breaks.length > 0) {
    const [only, ...others] = breaks;
    const isOne = only !== undefined && others.length === 0 && !has('planning-day') && !has('summer');
    return isOne && !has('school-day') ? { kind: 'break', break: only } : { kind: 'unclear' };
  }
  if (has('school-day')) return isOff || has('planning-day') ? { kind: 'unclear' } : leftAlone('school-day');
  if (has('planning-day')) return { kind: 'planning-day', arePupilsOff: isOff };
  if (has('some-break') && isOff) return { kind: 'title' };
  if (isOff) return has('summer') ? { kind: 'unclear' } : { kind: 'off' };
  if (has('some-break')) return { kind: 'some-break' };
  if (has('summer')) return leftAlone('summer');
  if (has('public-holiday')) return leftAlone('public-holiday');
  return { kind: 'none' };
}

const leftAlone = (why: Extract<Meaning, { kind: 'left-alone' }>['why']): Meaning => ({
  kind: 'left-alone',
  why,
});

/** The first or last school day of the year, or beside a break: "siste skoledag før jul", "juleferie, siste skoledag". */
function schoolDay(subjects: readonly Subject[], breaks: readonly Break[]): Meaning {
  const has = (is: Subject['is']) => subjects.some((subject) => subject.is === is);
  const isFirst = has('first-school-day');
  const mixed = [
    'off',
    'pupils-off',
    'planning-day',
    'school-day',
    isFirst ? 'last-school-day' : 'first-school-day',
    isFirst ? 'before' : 'after',
  ] as const;
  if (mixed.some(has)) return { kind: 'unclear' };
  const sides = subjects.flatMap((each): (Break | 'summer')[] => {
    if (each.is === 'before' || each.is === 'after') return [each.of];
    if (each.is === 'term' && (each.term === 'spring') === isFirst) return ['christmas-break'];
    return [];
  });
  const [side, ...others] = [...new Set([...sides, ...breaks])];
  if (others.length > 0) return { kind: 'unclear' };
  return {
    kind: 'school-day',
    edge: isFirst ? 'first' : 'last',
    beside: side === undefined || side === 'summer' ? null : side,
  };
}

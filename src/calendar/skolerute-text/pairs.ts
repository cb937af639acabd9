import { type Meaning, meaningOf } from './meaning.js';
import type { DateGroup, Element } from './segment.js';
import type { Subject } from './subjects.js';

/** Dates with the words that they are of. */
export interface Pair {
  readonly dates: DateGroup;
  readonly subjects: readonly Subject[];
  readonly meaning: Meaning;
}

/** Dates with their words: words come before their dates throughout, or after them throughout. */
export function pairsOf(elements: readonly Element[]): Pair[] {
  const [first, second, third] = elements;
  if (
    first?.kind === 'dates' &&
    first.days.length === 0 &&
    second?.kind === 'subjects' &&
    third?.kind === 'dates'
  ) {
    // `Uke 41: høstferie 5.–9. oktober`
    const dates = { ...third, weeks: [...first.weeks, ...third.weeks] };
    return pairsOf([second, dates, ...elements.slice(3)]);
  }
  const week = elements.findIndex(
    (each, at) => at > 1 && isWeeks(each) && elements[at - 1]?.kind === 'subjects',
  );
  const [dated, words, weeks] = elements.slice(Math.max(week - 2, 0), week + 1);
  if (first?.kind === 'dates' && week > 1 && dated?.kind === 'dates' && words && weeks?.kind === 'dates') {
    // `9.–13. oktober: høstferie (uke 41)`
    const rest = elements.slice(week + 1);
    const [more] = rest;
    const joined =
      more?.kind === 'subjects' ? [joinedWords(words, more), ...rest.slice(1)] : [words, ...rest];
    return pairsOf([...elements.slice(0, week - 2), together(dated, weeks), ...joined]);
  }
  const holiday = elements.findIndex(
    (each, at) => at > 0 && isHoliday(each) && elements[at + 1]?.kind === 'dates',
  );
  const [one, between, other] = elements.slice(Math.max(holiday - 1, 0), holiday + 2);
  if (
    first?.kind === 'subjects' &&
    holiday > 0 &&
    one?.kind === 'dates' &&
    between &&
    other?.kind === 'dates'
  ) {
    // `Fri: 1. mai, 14. mai (Kristi himmelfart), 15. mai`: a list goes on after the name of a holiday.
    return pairsOf([
      ...elements.slice(0, holiday - 1),
      { ...together(one, other), sideBySide: false },
      ...elements.slice(holiday + 2),
    ]);
  }
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < elements.length; at += 2) pairs.push(pairOf(elements.slice(at, at + 2)));
  if (elements.length % 2 === 0) return pairs;
  const last = elements.at(-1);
  if (first?.kind === 'subjects' && last?.kind === 'subjects') {
    // `6. mai og 7. mai` of `Kristi himmelfart 6. mai og 7. mai fri`: the last words are of the last dates, too.
    pairs[pairs.length - 1] = pairOf(elements.slice(-3));
    return pairs;
  }
  return elements.flatMap((each) =>
    each.kind === 'dates' ? [{ dates: each, subjects: [], meaning: { kind: 'unclear' } as const }] : [],
  );
}

/** Whether dates are given by their weeks alone. */
export const isWeeks = (element: Element) => element.kind === 'dates' && element.days.length === 0;

function joinedWords(one: Element, other: Element): Element {
  if (one.kind !== 'subjects' || other.kind !== 'subjects') return one;
  const subjects = [...one.subjects, ...other.subjects];
  return { kind: 'subjects', subjects, isDenied: one.isDenied || other.isDenied };
}

function isHoliday(element: Element): boolean {
  return (
    element.kind === 'subjects' &&
    element.subjects.every(({ is }) => is === 'public-holiday' || is === 'unknown')
  );
}

function pairOf(elements: readonly Element[]): Pair {
  const words = elements.flatMap((each) => (each.kind === 'subjects' ? [each] : []));
  const [dates] = elements.flatMap((each) => (each.kind === 'dates' ? [each] : []));
  if (!dates) throw new Error('words and dates come in turns');
  const subjects = words.flatMap((each) => each.subjects);
  return {
    dates,
    subjects,
    meaning: meaningOf(
      subjects,
      words.some(({ isDenied }) => isDenied),
    ),
  };
}

/** Dates of a break that stand apart: its first and its last day, or its week and its days. */
export function together(one: DateGroup, other: DateGroup): DateGroup {
  const days = [...one.days, ...other.days];
  return {
    kind: 'dates',
    days,
    weeks: [...one.weeks, ...other.weeks],
    sideBySide: days.length === 2 && days.every(({ kind }) => kind === 'day'),
    isEitherOr: one.isEitherOr || other.isEitherOr,
  };
}

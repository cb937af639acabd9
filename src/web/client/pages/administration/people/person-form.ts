import type { Language } from '../../../../../language/text.js';
import { fitsUnit, GIVEN_ROLES, type GivenRole } from '../../../../../people/given-role.js';
import type { PersonPatch } from '../../../../../people/person.js';
import { isAtLeast, type Role } from '../../../../../routing/caller.js';
import type { TaskFilter } from '../../../../../task/filter/task-filter.js';
import type { ReminderWay } from '../../../../../units/reminder-way.js';
import type { LeadTimes, Unit } from '../../../../../units/unit.js';
import { leadTimesFrom, leadTimesTexts } from '../../../administration/lead-times.js';
import type { Person } from '../../../data/county/people.js';

/** The content of the form. */
export interface PersonValues {
  readonly name: string;
  readonly address: string;
  readonly unitId: string;
  readonly role: GivenRole;
  readonly language: Language;
  /** How the person is reminded; null for as their unit is. */
  readonly reminders: ReminderWay | null;
  readonly leadTimes: Readonly<Record<keyof LeadTimes, string>>;
  readonly weeklyDigest: boolean;
  readonly monthlyOutlook: boolean;
  readonly attachesCalendar: boolean;
  readonly follows: readonly string[];
  readonly followed: TaskFilter | null;
  readonly subscribed: boolean;
  /** Whether sending is paused because the address has rejected email. */
  readonly paused: boolean;
}

/** The form for an existing person, or for a new one in a unit. */
export function valuesOf(person: Person | null, unitId: string): PersonValues {
  if (person) {
    const { pausedAt, leadTimes, ...same } = person;
    return { ...same, leadTimes: leadTimesTexts(leadTimes), paused: pausedAt !== null };
  }
  return {
    name: '',
    address: '',
    unitId,
    role: 'none',
    language: 'nb',
    reminders: null,
    leadTimes: leadTimesTexts({}),
    weeklyDigest: false,
    monthlyOutlook: false,
    attachesCalendar: false,
    follows: [],
    followed: null,
    subscribed: true,
    paused: false,
  };
}

/** The body that adds a person. */
export function contentOf(values: PersonValues) {
  const { name, address, unitId, role, language, weeklyDigest, monthlyOutlook, attachesCalendar } = values;
  const { reminders, follows, followed } = values;
  return {
    name: name.trim(),
    address: address.trim(),
    unitId,
    role,
    language,
    reminders,
    leadTimes: leadTimesFrom(values.leadTimes),
    weeklyDigest,
    monthlyOutlook,
    attachesCalendar,
    follows,
    followed,
  };
}

/** The body of a change: what differs from the person that the form started with. */
export function patchOf(values: PersonValues, person: Person): PersonPatch {
  const changed = Object.entries(contentOf(values)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(person[name as keyof Person]),
  );
  return {
    ...Object.fromEntries(changed),
    // Lead times and lists sent alone would choose each task for itself.
    ...(changed.length > 0 && { reminders: values.reminders }),
    ...(values.subscribed !== person.subscribed && { subscribed: values.subscribed }),
    ...(!values.paused && person.pausedAt !== null && { paused: false as const }),
  };
}

/** The form rebased on somebody else's change: edited fields keep what was typed, the others are updated. */
export function rebased(values: PersonValues, before: Person, current: Person): PersonValues {
  const [then, now] = [valuesOf(before, ''), valuesOf(current, '')];
  const untouched = (Object.keys(now) as (keyof PersonValues)[]).filter(
    (name) => JSON.stringify(values[name]) === JSON.stringify(then[name]),
  );
  return { ...values, ...Object.fromEntries(untouched.map((name) => [name, now[name]])) };
}

/** The roles that somebody may give in a unit: none with more rights than their own. */
export function rolesIn(unit: Pick<Unit, 'id' | 'county'>, own: Role): GivenRole[] {
  return GIVEN_ROLES.filter((role) => fitsUnit(role, unit) && (role === 'none' || isAtLeast(own, role)));
}

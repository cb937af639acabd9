type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The kinds that existed before rules had a `kind`, by the key that identifies each; the first key found decides. Rules of
 * kinds added later always have their `kind`, and do not belong here.
 */
const KIND_BY_KEY = {
  rule: {
    repeat: 'recurrence',
    from: 'period',
    date: 'fixed-day',
    week: 'weekday-of-week',
    nth: 'nth-weekday',
    anchor: 'anchor',
    template: 'template',
  },
  offset: { days: 'days', weeks: 'weeks', schoolDays: 'schoolDays' },
  repeat: { weeks: 'weeks', months: 'months' },
} as const;

function named(value: unknown, kinds: Readonly<Record<string, string>>): unknown {
  if (!isObject(value) || 'kind' in value) return value;
  const key = Object.keys(kinds).find((each) => Object.hasOwn(value, each));
  return key === undefined ? value : { kind: kinds[key], ...value };
}

/** The object with one of its fields changed, if it has that field; the same object when nothing changes. */
function changed(value: unknown, field: string, change: (part: unknown) => unknown): unknown {
  if (!isObject(value) || !Object.hasOwn(value, field)) return value;
  const part = change(value[field]);
  return part === value[field] ? value : { ...value, [field]: part };
}

const withPointKind = (point: unknown): unknown =>
  changed(named(point, KIND_BY_KEY.rule), 'plus', (plus) => named(plus, KIND_BY_KEY.offset));

/**
 * A date rule with its `kind` and those of its points, offsets and repetition filled in. Rules in requests, documents and
 * databases from before kinds have none; they are recognised by their keys, here and nowhere else. A value that is not a
 * rule is returned unchanged, for the schema to refuse.
 */
export function withRuleKind(rule: unknown): unknown {
  let known = withPointKind(rule);
  for (const edge of ['from', 'to']) known = changed(known, edge, withPointKind);
  return changed(known, 'repeat', (repeat) => named(repeat, KIND_BY_KEY.repeat));
}

/**
 * A reason whose offset has its `kind`, and one of a recurrence what it counts by in `every`: those that are older than
 * kinds have only `weeks` or `months`.
 */
export function withReasonKinds(reason: unknown): unknown {
  if (!isObject(reason)) return reason;
  if (reason.kind !== 'repeats')
    return changed(reason, 'offset', (offset) => named(offset, KIND_BY_KEY.offset));
  if ('every' in reason) return reason;
  const every = Object.keys(KIND_BY_KEY.repeat).find((each) => Object.hasOwn(reason, each));
  return every === undefined ? reason : { ...reason, every };
}

import { sameJson } from '../../../../../task/same-json.js';

/** The values of each field of a form, as parts of the request body. */
export type Content<F extends string> = Readonly<Record<F, object>>;

/** A form by its fields: their order, and the value of each. */
export interface EditedFields<F extends string, Form> {
  readonly fields: readonly F[];
  readonly contentOf: (form: Form) => Content<F>;
}

/** The fields whose values differ between two forms. */
export function differing<F extends string, Form>(
  { fields, contentOf }: EditedFields<F, Form>,
  one: Form,
  other: Form,
): F[] {
  const [a, b] = [contentOf(one), contentOf(other)];
  return fields.filter((field) => !sameJson(a[field], b[field]));
}

/** The patch of a form: the fields that differ from those it started with. */
export function sentOf<F extends string, Form>(
  edited: EditedFields<F, Form>,
  form: Form,
  before: Form,
): Record<string, unknown> {
  const content = edited.contentOf(form);
  return Object.assign({}, ...differing(edited, form, before).map((field) => content[field]));
}

/** A field with two versions. */
export interface Conflict<F extends string> {
  readonly field: F;
  /** Who has changed it: the reader, somebody else, or both. */
  readonly by: 'me' | 'them' | 'both';
}

/** The fields in which a form differs from the current state, and who has changed each since the form was opened. */
export function conflictsOf<F extends string, Form>(
  edited: EditedFields<F, Form>,
  mine: Form,
  before: Form,
  theirs: Form,
): Conflict<F>[] {
  const mineChanged = differing(edited, mine, before);
  const theirsChanged = differing(edited, theirs, before);
  return differing(edited, mine, theirs).map((field) => {
    const isMine = mineChanged.includes(field);
    return { field, by: isMine && theirsChanged.includes(field) ? 'both' : isMine ? 'me' : 'them' };
  });
}

/** The form with the given fields taken from theirs. */
export function merged<F extends string, Form extends Readonly<Record<F, unknown>>>(
  mine: Form,
  theirs: Form,
  fromTheirs: readonly F[],
): Form {
  return { ...mine, ...Object.fromEntries(fromTheirs.map((field) => [field, theirs[field]])) };
}

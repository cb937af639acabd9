import { sameJson } from '../../../../../task/same-json.js';

/** What each field of a form says, as parts of what is sent. */
export type Content<F extends string> = Readonly<Record<F, object>>;

/** A form by its fields: in which order they stand, and what each says. */
export interface EditedFields<F extends string, Form> {
  readonly fields: readonly F[];
  readonly contentOf: (form: Form) => Content<F>;
}

/** The fields that say something else in one form than in another. */
export function differing<F extends string, Form>(
  { fields, contentOf }: EditedFields<F, Form>,
  one: Form,
  other: Form,
): F[] {
  const [a, b] = [contentOf(one), contentOf(other)];
  return fields.filter((field) => !sameJson(a[field], b[field]));
}

/** What is sent of a form: the fields that differ from those that it began with. */
export function sentOf<F extends string, Form>(
  edited: EditedFields<F, Form>,
  form: Form,
  before: Form,
): Record<string, unknown> {
  const content = edited.contentOf(form);
  return Object.assign({}, ...differing(edited, form, before).map((field) => content[field]));
}

/** A field of which there are two versions. */
export interface Conflict<F extends string> {
  readonly field: F;
  /** Who has changed it: only the reader, only somebody else, or both. */
  readonly by: 'me' | 'them' | 'both';
}

/** The fields in which a form differs from how things are now, and who has changed each since the form began. */
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

/** The form with the fields named taken from theirs. */
export function merged<F extends string, Form extends Readonly<Record<F, unknown>>>(
  mine: Form,
  theirs: Form,
  fromTheirs: readonly F[],
): Form {
  return { ...mine, ...Object.fromEntries(fromTheirs.map((field) => [field, theirs[field]])) };
}

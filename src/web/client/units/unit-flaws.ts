import type { RowProblem } from '../../../exchange/uploaded-table.js';
import { ApiProblem } from '../data/api/problem.js';
import { FIELDS, type FieldName } from './unit-form.js';

/** What is wrong with a field, as its text under `work.units.flaw` is called. */
export type Flaw = FieldName | 'name-taken' | 'number-taken';

const isField = (name: string): name is FieldName => (FIELDS as readonly string[]).includes(name);

/** The fields of the form that an answer points to, with what is wrong with each. */
export function fieldFlaws(error: Error | null): ReadonlyMap<FieldName, Flaw> {
  if (!(error instanceof ApiProblem)) return new Map();
  return new Map(
    error.errors.flatMap(({ pointer }): [FieldName, Flaw][] => {
      const name = pointer.split('/')[2] ?? '';
      if (!isField(name)) return [];
      return [[name, name === 'name' && error.status === 409 ? 'name-taken' : name]];
    }),
  );
}

/** What is wrong with a field of a row of a table; null when the page has no field of that name. */
export function rowFlaw({ field, code }: RowProblem): Flaw | null {
  if (!isField(field)) return null;
  return field === 'organisationNumber' && code === 'taken' ? 'number-taken' : field;
}

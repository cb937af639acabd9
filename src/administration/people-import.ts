import { issueFlaws } from '../errors/issue-flaws.js';
import type { Place } from '../exchange/imported-event.js';
import type { Table } from '../exchange/table.js';
import { type NewPerson, newPersonSchema, type Person } from '../people/person.js';
import type { Unit } from '../units/unit.js';

/** The headings by which the columns of such a table are recognised, in upper or lower case, in any language. */
const COLUMN_NAMES = {
  name: ['name', 'navn', 'namn'],
  address: ['address', 'email', 'e-mail', 'epost', 'e-post', 'adresse'],
  unitId: ['unit', 'enhet', 'eining', 'skole', 'skule', 'arbeidssted', 'arbeidsstad'],
  language: ['language', 'språk', 'målform'],
} as const;

type Column = keyof typeof COLUMN_NAMES;

/** What an import does with one row of a table of people. */
export interface PersonRow {
  readonly place: Place;
  readonly name: string;
  readonly outcome: 'new' | 'duplicate' | 'unusable';
  readonly person: NewPerson | null;
  readonly problems: readonly { readonly field: string; readonly what: string }[];
}

/** The columns that a table of people must have and this one lacks. */
export function missingColumns({ columns }: Pick<Table, 'columns'>): Column[] {
  return (['name', 'address', 'unitId'] as const).filter((column) => indexOf(columns, column) === -1);
}

/** What the rows of a table are as people of a county. A person is known again by address and unit. */
export function planPeople(
  { columns, rows }: Table,
  county: string,
  units: readonly Unit[],
  known: readonly Person[],
): PersonRow[] {
  const present = new Set(known.map(keyOf));
  return rows.map(({ place, cells }): PersonRow => {
    const text = (column: Column) => (cells[indexOf(columns, column)] ?? '').trim();
    const row = { place, name: text('name'), person: null };
    const wanted = text('unitId').toLocaleLowerCase('nb');
    const unit = units.find(
      ({ id, name, retired }) => !retired && (id === wanted || name.toLocaleLowerCase('nb') === wanted),
    );
    if (!unit) {
      const problems = [
        { field: 'unitId', what: `${JSON.stringify(text('unitId'))} is not a unit of the county` },
      ];
      return { ...row, outcome: 'unusable', problems };
    }
    const language = text('language');
    const candidate = {
      county,
      name: text('name'),
      address: text('address'),
      unitId: unit.id,
      ...(language !== '' && { language }),
    };
    const parsed = newPersonSchema.safeParse(candidate);
    if (!parsed.success) {
      const problems = issueFlaws(parsed.error.issues).map(({ path, what }) => ({
        field: String(path[0]),
        what,
      }));
      return { ...row, outcome: 'unusable', problems };
    }
    const key = keyOf(parsed.data);
    if (present.has(key)) return { ...row, outcome: 'duplicate', problems: [] };
    present.add(key);
    return { ...row, outcome: 'new', person: parsed.data, problems: [] };
  });
}

const keyOf = ({ unitId, address }: Pick<Person, 'unitId' | 'address'>) =>
  `${unitId} ${address.toLowerCase()}`;

function indexOf(columns: readonly string[], column: Column): number {
  const names: readonly string[] = COLUMN_NAMES[column];
  return columns.findIndex((each) => names.includes(each.trim().toLocaleLowerCase('nb')));
}

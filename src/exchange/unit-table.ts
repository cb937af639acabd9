import { issueFlaws } from '../errors/issue-flaws.js';
import { type NewUnit, newUnitSchema, type Unit, unitIdOf } from '../units/unit.js';
import type { Table } from './table.js';
import type { PlannedRow } from './uploaded-table.js';

/** The headings by which the columns of such a table are recognised, in upper or lower case, in any language. */
const COLUMN_NAMES = {
  name: ['name', 'navn', 'namn', 'enhet', 'eining'],
  kind: ['kind', 'type', 'slag'],
  organisationNumber: ['organisation number', 'organisasjonsnummer', 'orgnr', 'org.nr', 'org.nr.'],
  municipality: ['municipality', 'kommune'],
  address: ['e-mail', 'email', 'address', 'e-post', 'epost', 'adresse'],
  partner: ['partner', 'samarbeidspartner', 'samarbeidspartnar'],
  language: ['language', 'språk', 'målform'],
} as const;

type Column = keyof typeof COLUMN_NAMES;

/** Names that people use for the kinds of unit, besides their ids. */
const KIND_NAMES: Readonly<Record<string, Exclude<Unit['kind'], 'county'>>> = {
  skole: 'school',
  skule: 'school',
  'videregående skole': 'school',
  'vidaregåande skule': 'school',
  ot: 'follow-up-service',
  'ot-kontor': 'follow-up-service',
  oppfølgingstjenesten: 'follow-up-service',
  oppfølgingstenesta: 'follow-up-service',
  kommune: 'municipality',
  samarbeidspartner: 'partner',
  samarbeidspartnar: 'partner',
};

/** What an import does with one row of a table of units. */
export interface UnitRow extends PlannedRow {
  readonly unit: NewUnit | null;
}

/** The columns that a table of units must have and this one lacks. */
export function missingUnitColumns({ columns }: Pick<Table, 'columns'>): Column[] {
  return (['name', 'kind'] as const).filter((column) => indexOf(columns, column) === -1);
}

/** The units of a county that the rows of a table give. A unit is matched by its id, which follows from its name. */
export function planUnits(
  { columns, rows }: Table,
  county: string,
  partners: readonly string[],
  known: readonly Unit[],
): UnitRow[] {
  const present = new Set(known.map(({ id }) => id));
  const numbers = new Set(known.flatMap(({ organisationNumber }) => organisationNumber ?? []));
  return rows.map(({ place, cells }): UnitRow => {
    const text = (column: Column) => (cells[indexOf(columns, column)] ?? '').trim();
    const orNull = (column: Column) => (text(column) === '' ? null : text(column));
    const kind = text('kind').toLocaleLowerCase('nb');
    const row = { place, name: text('name'), unit: null };
    const parsed = newUnitSchema.safeParse({
      county,
      name: text('name'),
      kind: KIND_NAMES[kind] ?? kind,
      organisationNumber: orNull('organisationNumber'),
      municipality: orNull('municipality'),
      address: orNull('address'),
      partner: orNull('partner'),
      ...(text('language') !== '' && { language: text('language') }),
    });
    if (!parsed.success) {
      const problems = issueFlaws(parsed.error.issues).map(({ path, what }) => ({
        field: String(path[0]),
        what,
      }));
      return { ...row, outcome: 'unusable', problems };
    }
    const unit = parsed.data;
    if (unit.partner !== null && !partners.includes(unit.partner)) {
      const problems = [{ field: 'partner', what: `is not one of ${partners.join(', ')}` }];
      return { ...row, outcome: 'unusable', problems };
    }
    const id = unitIdOf(county, unit.name);
    if (present.has(id)) return { ...row, outcome: 'duplicate', problems: [] };
    if (unit.organisationNumber !== null && numbers.has(unit.organisationNumber)) {
      const what = 'is already used by another unit';
      const problems = [{ field: 'organisationNumber', what, code: 'taken' as const }];
      return { ...row, outcome: 'unusable', problems };
    }
    present.add(id);
    if (unit.organisationNumber !== null) numbers.add(unit.organisationNumber);
    return { ...row, outcome: 'new', unit, problems: [] };
  });
}

function indexOf(columns: readonly string[], column: Column): number {
  const names: readonly string[] = COLUMN_NAMES[column];
  return columns.findIndex((each) => names.includes(each.trim().toLocaleLowerCase('nb')));
}

import type { Translate } from '../../../language/translate.js';
import { type Answer, call } from '../data/api/call.js';
import type { Partner } from '../data/county/units.js';
import { countyKeys } from '../data/keys/county-keys.js';
import type { TableImport } from '../ui/table-import/table-import.js';
import { rowFlaw } from './unit-flaws.js';
import { grouped } from './unit-form.js';

/** One row of a table of units: what becomes of it. */
type UnitRow = Answer<'POST /api/units/import'>[number];

/** How units are taken from a table. */
export function unitImport(county: string, partners: readonly Partner[], t: Translate): TableImport<UnitRow> {
  const shown = {
    kind: ({ unit }: UnitRow) => unit && t(`work.units.kind.${unit.kind}`),
    organisationNumber: ({ unit }: UnitRow) => grouped(unit?.organisationNumber ?? null),
    municipality: ({ unit }: UnitRow) => unit?.municipality,
    address: ({ unit }: UnitRow) => unit?.address,
    partner: ({ unit }: UnitRow) => partners.find(({ id }) => id === unit?.partner)?.name,
  };
  return {
    county,
    send: (body, query, language) => call('POST /api/units/import', { query, body, language }),
    outdates: countyKeys.units(county),
    texts: {
      title: t('work.units.import.title'),
      fileHelp: t('work.units.import.file-help'),
      unreadable: t('work.units.import.unreadable'),
      nothingNew: t('work.units.import.nothing-new'),
      confirm: (count) => t('work.units.import.confirm', { count }),
      done: (count) => t('work.units.import.done', { count }),
    },
    columns: Object.entries(shown).map(([id, show]) => ({ id, label: t(`work.units.field.${id}`), show })),
    flawOf: (problem) => {
      const flaw = rowFlaw(problem);
      return flaw && t(`work.units.flaw.${flaw}`);
    },
  };
}

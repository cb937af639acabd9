import { z } from 'zod';
import { recordAudit } from '../access/audit/audit.store.js';
import { countyOrProblem } from '../framework/known-county.js';
import { previewQuery } from '../routing/preview.js';
import { FILE_BODY_LIMIT, route } from '../routing/route.js';
import { unitSchema } from '../units/unit.js';
import type { UnitContext } from '../units/unit.routes.js';
import { addUnits, unitsOfCounty } from '../units/unit.store.js';
import { missingUnitColumns, planUnits } from './unit-table.js';
import {
  type ReadTable,
  readUploadedTable,
  tableBodySchema,
  tableRowSchema,
  viewRow,
} from './uploaded-table.js';

/** What the import does with one row, and the unit that it adds. */
const unitRowSchema = tableRowSchema.extend({
  unit: unitSchema
    .pick({ kind: true, organisationNumber: true, municipality: true, address: true, partner: true })
    .nullable()
    .meta({ description: 'The unit that the row adds; null when it adds none' }),
});

export interface UnitImportContext extends UnitContext {
  readonly readTable: ReadTable;
}

/** The route that takes the units of a county from a table. */
export function unitImportRoutes({ database, counties, partners, now, readTable }: UnitImportContext) {
  return [
    route({
      method: 'post',
      path: '/api/units/import',
      summary:
        'Add units from a CSV or Excel table with the columns name, kind, organisation number, municipality and e-mail',
      query: previewQuery,
      body: tableBodySchema,
      bodyLimit: FILE_BODY_LIMIT,
      response: z.array(unitRowSchema),
      handle: async ({ query, body, caller }) => {
        const { county } = body;
        countyOrProblem(counties, county, '/body/county');
        const table = await readUploadedTable(body, readTable, missingUnitColumns);
        const known = await unitsOfCounty(database, county);
        const rows = planUnits(
          table,
          county,
          partners.map(({ id }) => id),
          known,
        );
        const added = rows.flatMap(({ unit }) => unit ?? []);
        if (query.preview === 'false' && added.length > 0) {
          await addUnits(database, added, now());
          const detail = { what: 'units', count: String(added.length) };
          await recordAudit(database, { county, event: 'imported', by: caller, detail }, now());
        }
        return rows.map((row) => {
          if (row.unit === null) return { ...viewRow(row), unit: null };
          const { kind, organisationNumber, municipality, address, partner } = row.unit;
          return { ...viewRow(row), unit: { kind, organisationNumber, municipality, address, partner } };
        });
      },
    }),
  ] as const;
}

import { z } from 'zod';
import { recordAudit } from '../access/audit/audit.store.js';
import {
  type ReadTable,
  readUploadedTable,
  tableBodySchema,
  tableRowSchema,
  viewRow,
} from '../exchange/uploaded-table.js';
import { addPeople, peopleOfCounty } from '../people/people.store.js';
import { previewQuery } from '../routing/preview.js';
import { FILE_BODY_LIMIT, route } from '../routing/route.js';
import { unitsOfCounty } from '../units/unit.store.js';
import type { PeopleContext } from './people.routes.js';
import { missingColumns, planPeople } from './people-import.js';
import { personSchema } from './person-view.js';

/** What becomes of one row of a table, and the person whom it adds. */
const personRowSchema = tableRowSchema.extend({
  person: personSchema
    .pick({ address: true, unitId: true, language: true })
    .nullable()
    .meta({ description: 'The person that the row adds; null when it adds none' }),
});

export interface PeopleImportContext extends PeopleContext {
  readonly readTable: ReadTable;
}

/** The route that takes the people of a county from a table. */
export function peopleImportRoutes({ database, readTable, now }: PeopleImportContext) {
  return [
    route({
      method: 'post',
      path: '/api/people/import',
      summary: 'Add people from a CSV or Excel table with the columns name, address and unit',
      query: previewQuery,
      body: tableBodySchema,
      bodyLimit: FILE_BODY_LIMIT,
      response: z.array(personRowSchema),
      handle: async ({ query, body, caller }) => {
        const { county } = body;
        const table = await readUploadedTable(body, readTable, missingColumns);
        const units = await unitsOfCounty(database, county);
        const rows = planPeople(table, county, units, await peopleOfCounty(database, county));
        const added = rows.flatMap(({ person }) => person ?? []);
        if (query.preview === 'false' && added.length > 0) {
          await addPeople(database, added, now());
          const detail = { what: 'people', count: String(added.length) };
          await recordAudit(database, { county, event: 'imported', by: caller, detail }, now());
        }
        return rows.map((row) => {
          if (row.person === null) return { ...viewRow(row), person: null };
          const { address, unitId, language } = row.person;
          return { ...viewRow(row), person: { address, unitId, language } };
        });
      },
    }),
  ] as const;
}

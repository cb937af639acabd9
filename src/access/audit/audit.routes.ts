import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { route } from '../../routing/route.js';
import { auditEntrySchema } from './audit.js';
import { auditOf } from './audit.store.js';
import { AUDIT_EVENTS } from './audit-event.js';

/** The route by which county coordinators read the audit log. */
export function auditRoutes({ database }: { readonly database: Database }) {
  return [
    route({
      method: 'get',
      path: '/api/audit',
      summary: 'List the sign-ins, roles, tokens, feeds, exports and imports of a county, newest first',
      query: z.object({
        county: z.string(),
        event: z.enum(AUDIT_EVENTS).optional(),
        person: z.string().optional().meta({ description: 'The id of the person or account that did it' }),
        after: z
          .string()
          .optional()
          .meta({ description: 'The id of the last one read, to continue after it' }),
        limit: z.coerce.number().int().min(1).max(1000).default(200),
      }),
      response: z.array(auditEntrySchema),
      handle: async ({ query: { county, ...which } }) =>
        (await auditOf(database, county, which)).map((entry) => ({ ...entry, detail: { ...entry.detail } })),
    }),
  ] as const;
}

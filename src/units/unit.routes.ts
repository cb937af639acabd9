import { z } from 'zod';
import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import type { County } from '../framework/county.js';
import type { Framework } from '../framework/framework.js';
import { countyOrProblem } from '../framework/known-county.js';
import { changesNothing } from '../routing/changes-nothing.js';
import { RequestProblem } from '../routing/problem.js';
import { route } from '../routing/route.js';
import { type NewUnit, newUnitSchema, type Unit, unitPatchSchema, unitSchema } from './unit.js';
import { addUnit, changeUnit, findUnit, unitsOfCounty } from './unit.store.js';

const unitParams = z.object({ id: z.string().meta({ description: 'The id of a unit' }) });

/** What the routes of units work with. */
export interface UnitContext {
  readonly database: Database;
  readonly counties: readonly County[];
  readonly partners: Framework['partners'];
  /** The keys of the routes that a county's skolerute has in the present school year and the next. */
  readonly routesOf: (county: string) => readonly string[];
  readonly now: () => Instant;
}

/** The routes under /api/units. */
export function unitRoutes({ database, counties, partners, routesOf, now }: UnitContext) {
  const knownPartner = (id: string | null | undefined) => {
    if (id === null || id === undefined || partners.some((partner) => partner.id === id)) return;
    throw new RequestProblem('invalid-request', 'No partner has this id.', [
      {
        pointer: '/body/partner',
        detail: `is not one of ${partners.map((partner) => partner.id).join(', ')}`,
      },
    ]);
  };
  const knownRoute = (county: string, key: string | null | undefined) => {
    if (key === null || key === undefined) return;
    const known = routesOf(county);
    if (known.includes(key)) return;
    const detail = known.length === 0 ? 'the county has one route' : `is not one of ${known.join(', ')}`;
    throw new RequestProblem('invalid-request', 'The county has no such route.', [
      { pointer: '/body/route', detail },
    ]);
  };
  const unitOrProblem = async (id: string): Promise<Unit> => {
    const unit = await findUnit(database, id);
    if (!unit) throw new RequestProblem('not-found', `No unit has the id ${id}.`);
    return unit;
  };
  const versionOf = ({ version }: Pick<Unit, 'version'>) => version;
  return [
    route({
      method: 'get',
      path: '/api/units',
      summary: 'List the units of a county, its own first',
      query: z.object({ county: z.string().meta({ description: 'The number of the county' }) }),
      response: z.array(unitSchema),
      handle: async ({ query }) => {
        countyOrProblem(counties, query.county, '/query/county');
        return unitsOfCounty(database, query.county);
      },
    }),
    route({
      method: 'get',
      path: '/api/units/{id}',
      summary: 'Get a unit',
      params: unitParams,
      response: unitSchema,
      versionOf,
      handle: ({ params }) => unitOrProblem(params.id),
    }),
    route({
      method: 'post',
      path: '/api/units',
      summary: 'Add a school, OT office, municipality or partner office',
      body: newUnitSchema,
      response: unitSchema,
      status: 201,
      versionOf,
      handle: async ({ body }) => {
        countyOrProblem(counties, body.county, '/body/county');
        knownPartner(body.partner);
        knownRoute(body.county, body.route);
        // The beginning of an id says which county it belongs to, before anything is looked up.
        if (body.id !== undefined && !body.id.startsWith(`${body.county}-`)) {
          const errors = [{ pointer: '/body/id', detail: `does not begin with ${body.county}-` }];
          throw new RequestProblem('invalid-request', 'The id does not belong to the county.', errors);
        }
        const unit = await addUnit(database, body as NewUnit, now());
        if (unit) return unit;
        throw new RequestProblem('conflict', 'A unit with that id or name already exists.', [
          { pointer: body.id === undefined ? '/body/name' : '/body/id', detail: 'is taken' },
        ]);
      },
    }),
    route({
      method: 'patch',
      path: '/api/units/{id}',
      summary:
        'Rename a unit, change its kind, retire it or bring it back; open the coverage of a county to all, or close it',
      precondition: true,
      params: unitParams,
      body: unitPatchSchema,
      response: unitSchema,
      versionOf,
      handle: async ({ params, body, ifMatch }) => {
        knownPartner(body.partner);
        const unit = await unitOrProblem(params.id);
        knownRoute(unit.county, body.route);
        const fixed = (['name', 'kind', 'partner', 'route', 'retired'] as const).filter(
          (name) => body[name] !== undefined,
        );
        if (unit.kind === 'county' && fixed.length > 0)
          throw new RequestProblem(
            'conflict',
            'For a county’s own unit, which data/counties.yaml defines, name, kind, partner, route and being retired cannot be changed.',
            fixed.map((name) => ({ pointer: `/body/${name}`, detail: 'cannot be changed' })),
          );
        if (unit.kind !== 'county' && body.publicCoverage !== undefined)
          throw new RequestProblem('conflict', 'Only a county’s own unit opens its coverage to all.', [
            { pointer: '/body/publicCoverage', detail: 'cannot be changed' },
          ]);
        if (unit.version === ifMatch && changesNothing(unit, body)) return unit;
        const changed = unit.version === ifMatch ? await changeUnit(database, unit, body, now()) : undefined;
        if (changed) return changed;
        const current = await unitOrProblem(params.id);
        throw new RequestProblem(
          'precondition-failed',
          `The unit has changed: its version is now ${current.version}.`,
          [],
          {
            current,
          },
        );
      },
    }),
  ] as const;
}

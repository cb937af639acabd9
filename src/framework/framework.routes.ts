import { z } from 'zod';
import { route } from '../routing/route.js';
import { type County, countySchema } from './county.js';
import { concerning, type Framework, phasesServed } from './framework.js';
import {
  categoriesFileSchema,
  countyMeasureSchema,
  measureDescriptionSchema,
  partnersFileSchema,
  phaseSchema,
  resourceSchema,
  responsibilitySchema,
  targetGroupsFileSchema,
} from './framework-schema.js';
import { actorSchema, categorySchema, phaseIdSchema } from './vocabulary.js';

const responsibilityView = responsibilitySchema.extend({ category: categorySchema });
const measureView = countyMeasureSchema
  .extend({ phases: z.array(phaseIdSchema) })
  .meta({ id: 'CountyMeasure' });

const frameworkView = z.object({
  phases: z.array(phaseSchema),
  categories: categoriesFileSchema.shape.categories,
  actors: z.array(partnersFileSchema.shape.partners.element),
  partners: partnersFileSchema.shape.partners,
  targetGroups: targetGroupsFileSchema.shape.targetGroups,
  responsibilities: z.array(responsibilityView),
  measureDescription: measureDescriptionSchema,
  counties: z.array(countySchema),
});

const concernQuery = {
  phase: phaseIdSchema.optional(),
  category: categorySchema.optional(),
  actor: actorSchema.optional(),
  partner: z.string().optional(),
  targetGroup: z.string().optional(),
};

/** Drops what was not asked for, so that an absent parameter does not count as one. */
function given<T extends Record<string, unknown>>(query: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** The routes of the knowledge base. */
export function frameworkRoutes(framework: Framework, counties: readonly County[]) {
  return [
    route({
      method: 'get',
      path: '/api/framework',
      isDear: true,
      summary: 'Get the whole completion framework: phases, categories, responsibilities, resources',
      response: frameworkView,
      handle: async () => {
        const { phases, categories, actors, partners, targetGroups, responsibilities, measureDescription } =
          framework;
        return {
          phases: [...phases],
          categories: [...categories],
          actors: [...actors],
          partners: [...partners],
          targetGroups: [...targetGroups],
          responsibilities: [...responsibilities],
          measureDescription,
          counties: [...counties],
        };
      },
    }),
    route({
      method: 'get',
      path: '/api/framework/concerning',
      isDear: true,
      summary:
        'List everything that concerns a phase, category, actor, partner or target group, or a combination of them',
      query: z.object(concernQuery),
      response: z.object({
        focusAreas: z.array(
          z.object({ id: z.string(), name: z.string(), phase: phaseIdSchema, under: z.array(z.string()) }),
        ),
        responsibilities: z.array(responsibilityView),
        countyMeasures: z.array(countyMeasureSchema),
        resources: z.array(resourceSchema),
      }),
      handle: async ({ query }) => {
        const found = concerning(framework, given(query));
        return {
          focusAreas: found.focusAreas.map(({ focusArea: { id, name }, phase, path }) => ({
            id,
            name,
            phase,
            under: path.map((area) => area.name),
          })),
          responsibilities: [...found.responsibilities],
          countyMeasures: [...found.countyMeasures],
          resources: [...found.resources],
        };
      },
    }),
    route({
      method: 'get',
      path: '/api/measures',
      isDear: true,
      summary: 'List the measures that counties have submitted',
      query: z.object({
        phase: concernQuery.phase,
        category: concernQuery.category,
        actor: concernQuery.actor,
        partner: concernQuery.partner,
        county: z.string().optional().meta({ description: 'The number of a present-day county' }),
        q: z.string().min(1).optional().meta({ description: 'Words in the name, group or facts' }),
      }),
      response: z.array(measureView),
      handle: async ({ query: { county, q, ...concern } }) => {
        const words = q?.toLocaleLowerCase('nb').split(/\s+/) ?? [];
        return concerning(framework, given(concern))
          .countyMeasures.filter((measure) => county === undefined || measure.county.today === county)
          .filter(({ name, group, subgroup, facts }) => {
            const text = [name, group, subgroup, ...(facts ?? [])].join(' ').toLocaleLowerCase('nb');
            return words.every((word) => text.includes(word));
          })
          .map((measure) => ({ ...measure, phases: phasesServed(framework, measure.serves) }));
      },
    }),
  ] as const;
}

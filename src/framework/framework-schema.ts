import { z } from 'zod';
import { textSchema } from '../language/text-schema.js';
import { actorSchema, categorySchema, idSchema, phaseIdSchema } from './vocabulary.js';

/** The place of an entry in the knowledge base: its chapter, and the heading of the table or column. */
export const seedSourceSchema = z.strictObject({ chapter: z.string().min(1), table: z.string().min(1) });

const line = z.string().min(1);

const links = z
  .array(
    z.strictObject({
      url: z.string().regex(/^https?:\/\/\S+$/, 'is not a web address'),
      /** An address of 2015, kept as given; it may lead nowhere today. */
      historical: z.boolean(),
    }),
  )
  .min(1);

/** What an entry is called on pages where its name, which is as the knowledge base has it, is only part of a sentence or misspelt. */
const heading = line.optional();

/** Who and what an entry concerns, beyond what follows from its place. */
const concerns = {
  actors: z.array(actorSchema).min(1).optional(),
  partners: z.array(idSchema).min(1).optional(),
  targetGroups: z.array(idSchema).min(1).optional(),
};

/** A heading or bullet of chapter 2; sub-bullets are its children. */
export interface FocusArea {
  readonly id: string;
  readonly name: string;
  readonly heading?: string | undefined;
  readonly source: z.infer<typeof seedSourceSchema>;
  readonly actors?: readonly z.infer<typeof actorSchema>[] | undefined;
  readonly partners?: readonly string[] | undefined;
  readonly targetGroups?: readonly string[] | undefined;
  readonly children?: readonly FocusArea[] | undefined;
}

export const focusAreaSchema: z.ZodType<FocusArea> = z.strictObject({
  id: idSchema,
  name: line,
  heading,
  source: seedSourceSchema,
  ...concerns,
  children: z.lazy(() => z.array(focusAreaSchema).min(1).optional()),
});

/** A national guideline, initiative or resource listed beside focus areas. */
export const resourceSchema = z.strictObject({
  id: idSchema,
  name: line,
  heading,
  source: seedSourceSchema,
  /** Its sub-heading. */
  group: line.optional(),
  beside: z.array(idSchema).min(1),
  links: links.optional(),
});

export type Resource = z.infer<typeof resourceSchema>;

export const phaseSchema = z.strictObject({
  id: phaseIdSchema,
  order: z.int().min(1).max(7),
  name: textSchema,
  aim: textSchema,
  source: seedSourceSchema,
  focusAreas: z.array(focusAreaSchema).min(1),
  resources: z.array(resourceSchema).min(1),
});

export type Phase = z.infer<typeof phaseSchema>;

const named = z.strictObject({ id: idSchema, name: textSchema, source: seedSourceSchema });

export const actorsFileSchema = z.strictObject({ actors: z.array(named.extend({ id: actorSchema })) });
export const partnersFileSchema = z.strictObject({ partners: z.array(named).min(1) });
export const targetGroupsFileSchema = z.strictObject({ targetGroups: z.array(named).min(1) });
export const categoriesFileSchema = z.strictObject({
  categories: z.array(named.extend({ id: categorySchema, order: z.int().min(1).max(4), aim: line })),
});

export type Named = z.infer<typeof named>;
export type CategoryEntry = z.infer<typeof categoriesFileSchema>['categories'][number];

/** A bullet of chapter 3: what one actor is responsible for in one category. */
export const responsibilitySchema = z.strictObject({
  id: idSchema,
  actor: actorSchema,
  name: line,
  heading,
  source: seedSourceSchema,
  /** Whether it requires work with somebody outside the actor's own organisation. */
  cooperation: z.literal(true).optional(),
  partners: concerns.partners,
  targetGroups: concerns.targetGroups,
  serves: z.array(idSchema).min(1),
  children: z
    .array(z.strictObject({ id: idSchema, name: line, source: seedSourceSchema }))
    .min(1)
    .optional(),
});

export const responsibilitiesFileSchema = z.strictObject({
  category: categorySchema,
  responsibilities: z.array(responsibilitySchema).min(1),
});

export type Responsibility = z.infer<typeof responsibilitySchema> & {
  readonly category: z.infer<typeof categorySchema>;
};

/** A measure that a county submitted in February 2015 (chapter 4). */
export const countyMeasureSchema = z.strictObject({
  id: idSchema,
  name: line,
  county: z.strictObject({ code: z.string().regex(/^[A-ZÆØÅ]{2}$/), today: z.string().regex(/^\d{2}$/) }),
  category: categorySchema,
  group: line,
  subgroup: line.optional(),
  facts: z.array(line).min(1).optional(),
  source: seedSourceSchema,
  actors: z.array(actorSchema).min(1),
  partners: concerns.partners,
  targetGroups: concerns.targetGroups,
  serves: z.array(idSchema).min(1),
});

export type CountyMeasure = z.infer<typeof countyMeasureSchema>;

export const countyMeasuresFileSchema = z.strictObject({ measures: z.array(countyMeasureSchema).min(1) });

/** The template for describing a measure (chapter 5). */
export const measureDescriptionSchema = z.strictObject({
  source: seedSourceSchema,
  introduction: z.array(line).min(1),
  sections: z
    .array(
      z.strictObject({
        id: idSchema,
        name: line,
        source: seedSourceSchema,
        questions: z
          .array(
            z.strictObject({
              id: idSchema,
              text: line,
              source: seedSourceSchema,
              examples: z.array(line).min(1).optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

export type MeasureDescription = z.infer<typeof measureDescriptionSchema>;

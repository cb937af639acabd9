import { z } from 'zod';
import { dateRuleSchema } from '../calendar/date-rule.js';
import { isoDateSchema } from '../calendar/iso-date-schema.js';
import { templateKeySchema } from '../calendar/rule-parts.js';
import type { SchoolYear } from '../calendar/school-year.js';
import { AUTHORITIES, type YearDate } from '../calendar/year-date.js';
import { actorSchema, categorySchema, idSchema, phaseIdSchema } from '../framework/vocabulary.js';
import { textSchema } from '../language/text-schema.js';
import { type LevelReason, reasonedLevelSchema } from './level-schema.js';

export const KINDS = ['deadline', 'activity', 'cooperation'] as const;

export const kindSchema = z.enum(KINDS).meta({ id: 'Kind' });

export type Kind = z.infer<typeof kindSchema>;

/** The basis of a template's date. */
export const BASES = ['law', 'national', 'county-practice', 'seed', 'customary'] as const;

export const basisSchema = z.enum(BASES).meta({ id: 'Basis' });

export type Basis = z.infer<typeof basisSchema>;

/** The public page that a fact was read from. */
export const sourceSchema = z.strictObject({ page: z.string().min(1), note: z.string().min(1).optional() });

/** A page to read beside the task: a paragraph of the law, or what an authority says today. Its title is a name, the same in every language. */
const templateLinkSchema = z.strictObject({
  title: z.string().min(1),
  url: z.string().regex(/^https:\/\/\S+$/, 'is not a web address'),
});

/** Days before the start on which people are reminded. */
export const remindersSchema = z.array(z.int().min(0).max(90)).max(6);

const shortText = textSchema.refine((text) => Object.values(text).every((title) => title.length <= 80), {
  error: 'is longer than 80 characters in one of its languages',
});

const templateFields = z.strictObject({
  key: templateKeySchema,
  kind: kindSchema,
  title: shortText,
  description: textSchema,
  category: categorySchema,
  actor: actorSchema,
  partners: z.array(idSchema),
  /** Ids of focus areas, responsibilities and county measures that the task carries out. */
  serves: z.array(idSchema).min(1),
  rule: dateRuleSchema,
  /** Who sets the date anew for each year; the rule is then the estimate until that is known. */
  setEachYear: z.enum(AUTHORITIES).optional(),
  /** The rules of counties that have another one, by their numbers. */
  counties: z
    .record(
      z.string().regex(/^\d{2}$/, 'is not a county number of two digits'),
      z.strictObject({ rule: dateRuleSchema, source: sourceSchema }),
    )
    .optional(),
  /** Why the rule is as it is. */
  why: textSchema,
  basis: basisSchema,
  source: sourceSchema.optional(),
  links: z.array(templateLinkSchema).min(1).optional(),
  level: reasonedLevelSchema,
  reminders: remindersSchema,
});

type TemplateFields = z.infer<typeof templateFields>;

/** Why a template is essential whose date is not the county's own to set. */
const REASON_OF_BASIS: Readonly<Partial<Record<Basis, LevelReason>>> = {
  law: 'law',
  national: 'national-date',
};

interface Asked {
  readonly holds: (template: TemplateFields) => boolean;
  readonly what: string;
}

/** What a reason asks of the template that has it, where the data can show it. */
const ASKED_BY_REASON: Readonly<Partial<Record<LevelReason, Asked>>> = {
  law: { holds: ({ basis }) => basis === 'law', what: 'the basis law' },
  'national-date': { holds: ({ basis }) => basis === 'national', what: 'the basis national' },
  'asked-by-the-knowledge-base': { holds: ({ basis }) => basis === 'seed', what: 'the basis seed' },
  'ties-units-together': { holds: ({ partners }) => partners.length > 0, what: 'a partner' },
  'recurs-through-the-year': { holds: ({ rule }) => rule.kind === 'recurrence', what: 'a rule that repeats' },
  'phase-as-a-whole': { holds: ({ key }) => key.startsWith('fase-'), what: 'the key of a phase' },
};

/** What is wrong with a template's level, if anything. */
function levelFlaw(template: TemplateFields): string | undefined {
  const { key, basis, level } = template;
  const due = REASON_OF_BASIS[basis];
  if (due !== undefined && level.because !== due)
    return `should be essential because of ${due}: ${key} has the basis ${basis}`;
  const asked = ASKED_BY_REASON[level.because];
  return asked === undefined || asked.holds(template)
    ? undefined
    : `does not fit ${key}: ${level.because} asks for ${asked.what}`;
}

/** A task without a year: what, who, when by rule, how much it matters, and why. */
export const templateSchema = templateFields.check((context) => {
  const { basis, source, kind, partners, rule, setEachYear, counties } = context.value;
  if (basis !== 'customary' && source === undefined) {
    context.issues.push({
      code: 'custom',
      path: ['source'],
      message: `is missing: a date based on ${basis} needs a source`,
      input: source,
    });
  }
  if (kind === 'cooperation' && partners.length === 0) {
    context.issues.push({
      code: 'custom',
      path: ['partners'],
      message: 'is empty: a cooperation task needs a partner',
      input: partners,
    });
  }
  const rules = [rule, ...Object.values(counties ?? {}).map((own) => own.rule)];
  if (setEachYear !== undefined && rules.some(({ kind: of }) => of === 'recurrence')) {
    context.issues.push({
      code: 'custom',
      path: ['setEachYear'],
      message: 'cannot be said of a rule that repeats',
      input: setEachYear,
    });
  }
  const flaw = levelFlaw(context.value);
  if (flaw !== undefined)
    context.issues.push({ code: 'custom', path: ['level'], message: flaw, input: context.value.level });
});

export const templatesFileSchema = z.strictObject({
  phase: phaseIdSchema,
  revised: isoDateSchema,
  templates: z.array(templateSchema).min(1),
});

/** A template with what its file says of all of them. */
export type TaskTemplate = z.infer<typeof templateSchema> &
  Pick<z.infer<typeof templatesFileSchema>, 'phase' | 'revised'>;

/** The template as it is in a county: with the county's own rule, where it has one. */
export function inCounty(template: TaskTemplate, county: string): TaskTemplate {
  const own = template.counties?.[county];
  return own ? { ...template, ...own, why: NOTHING, basis: 'county-practice' } : template;
}

/** The date that has been set for a template in a school year; undefined when it is not known, or not set each year. */
export function yearDateOf(
  { key, setEachYear }: Pick<TaskTemplate, 'key' | 'setEachYear'>,
  { yearDates }: Pick<SchoolYear, 'yearDates'>,
): YearDate | undefined {
  return setEachYear === undefined ? undefined : yearDates.get(key);
}

/** What is said of why a county's own rule is as it is: its source says more. */
const NOTHING = { nb: '', nn: '', en: '' };

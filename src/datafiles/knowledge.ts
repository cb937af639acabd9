import { existsSync } from 'node:fs';
import type { SchoolYear } from '../calendar/school-year.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import { ArshjulError } from '../errors/arshjul-error.js';
import type { County } from '../framework/county.js';
import type { Framework } from '../framework/framework.js';
import type { Language } from '../language/text.js';
import type { Translate } from '../language/translate.js';
import { translators } from '../language/translator.js';
import { LEVELS } from '../task/level.js';
import type { TaskTemplate } from '../task/template.js';
import { taskWording } from '../task/wording.js';
import { DATA_DIRECTORY } from './data-directory.js';
import { FlawCollector } from './flaw-collector.js';
import { readFramework } from './framework-files.js';
import { readLocales } from './locale-files.js';
import {
  type GivenSchoolYear,
  readSchoolCalendars,
  type SchoolCalendars,
  schoolYearOfCounty,
} from './school-year-files.js';
import { readTemplates } from './template-files.js';
import { readYearDates, type YearDates, yearDatesOf } from './year-date-files.js';

/** What the service knows before anyone has used it: all of data/, validated. */
export interface Knowledge {
  /** The folder that it was read from. */
  readonly folder: string;
  readonly framework: Framework;
  readonly counties: readonly County[];
  readonly templates: readonly TaskTemplate[];
  readonly calendars: SchoolCalendars;
  readonly yearDates: YearDates;
  readonly translate: Readonly<Record<Language, Translate>>;
}

/** Reads and validates a data folder; throws ArshjulError with every flaw found, named by file, line and field. */
export function loadKnowledge(data: string = DATA_DIRECTORY): Knowledge {
  if (!existsSync(data)) throw new ArshjulError({ code: 'unreadable-file', file: data, cause: 'ENOENT' });
  const flaws = new FlawCollector();
  const base = readFramework(data, flaws);
  const counties = base?.counties.map(({ number }) => number);
  const templates = counties && readTemplates(data, counties, flaws);
  const calendars = counties && readSchoolCalendars(data, counties, flaws);
  const yearDates = counties && templates && readYearDates(data, counties, templates, flaws);
  const locales = readLocales(data, flaws);
  flaws.throwIfAny();
  if (!base || !templates || !calendars || !yearDates || !locales)
    throw new Error(`${data} could not be read for an unknown reason`);
  return { folder: data, ...base, templates, calendars, yearDates, translate: translators(locales) };
}

/** The county of a number; throws ArshjulError `unknown-county`. */
export function countyOf({ counties }: Knowledge, number: string): County {
  const county = counties.find((candidate) => candidate.number === number);
  if (county) return county;
  const known = counties.map(({ number: each, name }) => `${each} ${name.nb}`);
  throw new ArshjulError({ code: 'unknown-county', given: number, known });
}

/** A county's school year, by data/ and what is the county's own; throws ArshjulError `unknown-county`. */
export function schoolYearFor(
  knowledge: Knowledge,
  county: string,
  label: SchoolYearLabel,
  { skolerute, yearDates: own = new Map() }: GivenSchoolYear = {},
): SchoolYear {
  const { number } = countyOf(knowledge, county);
  const yearDates = new Map([...yearDatesOf(knowledge.yearDates, number, label), ...own]);
  const schoolYear = schoolYearOfCounty(knowledge.calendars, number, label, { skolerute, yearDates });
  if (!schoolYear) throw new Error(`county ${county} has no entry in data/school-years/customs.yaml`);
  return schoolYear;
}

/** The wording of each language. */
export function wordingsOf({ framework, templates, translate }: Knowledge) {
  const wording = (language: Language) => taskWording(framework, templates, translate, language);
  return { nb: wording('nb'), nn: wording('nn'), en: wording('en') };
}

/** How many entries data/ holds, by kind. */
export function countsOf({ framework, counties, templates, calendars }: Knowledge): Record<string, number> {
  const resources = framework.phases.flatMap((phase) => phase.resources);
  const questions = framework.measureDescription.sections.flatMap((section) => section.questions);
  return {
    phases: framework.phases.length,
    'focus areas': framework.focusAreas.size,
    resources: resources.length,
    'distinct addresses': new Set(resources.flatMap(({ links }) => links?.map(({ url }) => url) ?? [])).size,
    categories: framework.categories.length,
    actors: framework.actors.length,
    partners: framework.partners.length,
    'target groups': framework.targetGroups.length,
    responsibilities: framework.responsibilities.reduce(
      (sum, { children }) => sum + 1 + (children?.length ?? 0),
      0,
    ),
    'county measures': framework.countyMeasures.length,
    'sections of a measure description': framework.measureDescription.sections.length,
    'questions of a measure description': questions.length,
    counties: counties.length,
    skoleruter: calendars.skoleruter.size,
    'task templates': templates.length,
    ...Object.fromEntries(
      LEVELS.map((level) => [
        `${level} task templates`,
        templates.filter((template) => template.level.is === level).length,
      ]),
    ),
  };
}

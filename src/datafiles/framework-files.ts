import { type County, countiesFileSchema } from '../framework/county.js';
import { type Framework, frameworkOf } from '../framework/framework.js';
import {
  actorsFileSchema,
  categoriesFileSchema,
  countyMeasuresFileSchema,
  type FocusArea,
  measureDescriptionSchema,
  partnersFileSchema,
  phaseSchema,
  responsibilitiesFileSchema,
  targetGroupsFileSchema,
} from '../framework/framework-schema.js';
import { yamlFilesIn } from './data-directory.js';
import type { FlawCollector } from './flaw-collector.js';
import { type FieldPath, readYaml, type YamlFile } from './yaml-file.js';

/** The kinds of ids in data/framework, as flaws name them. */
const KIND = {
  focusArea: 'focus area',
  resource: 'resource',
  responsibility: 'responsibility',
  countyMeasure: 'county measure',
  partner: 'partner',
  targetGroup: 'target group',
} as const;

/** What a task template may say that it serves. */
export const SERVABLE = [KIND.focusArea, KIND.responsibility, KIND.countyMeasure] as const;
export const PARTNER = [KIND.partner] as const;

type Parsed<T> = YamlFile<T> | undefined;

/** Reads data/framework and data/counties.yaml; flaws, dangling references and double ids are collected. */
export function readFramework(
  data: string,
  flaws: FlawCollector,
): { framework: Framework; counties: readonly County[] } | undefined {
  const folder = `${data}/framework`;
  const read = <T>(reader: () => YamlFile<T>): Parsed<T> => flaws.attempt(reader);
  const filesIn = (name: string) => flaws.attempt(() => yamlFilesIn(`${folder}/${name}`)) ?? [];

  const counties = read(() => readYaml(`${data}/counties.yaml`, countiesFileSchema));
  const actors = read(() => readYaml(`${folder}/actors.yaml`, actorsFileSchema));
  const partners = read(() => readYaml(`${folder}/partners.yaml`, partnersFileSchema));
  const targetGroups = read(() => readYaml(`${folder}/target-groups.yaml`, targetGroupsFileSchema));
  const categories = read(() => readYaml(`${folder}/categories.yaml`, categoriesFileSchema));
  const phases = filesIn('phases').map((file) => read(() => readYaml(file, phaseSchema)));
  const responsibilities = filesIn('responsibilities').map((file) =>
    read(() => readYaml(file, responsibilitiesFileSchema)),
  );
  const measures = read(() => readYaml(`${folder}/county-measures.yaml`, countyMeasuresFileSchema));
  const description = read(() => readYaml(`${folder}/measure-description.yaml`, measureDescriptionSchema));

  const present = <T>(files: readonly Parsed<T>[]) => files.filter((file) => file !== undefined);
  const phaseFiles = present(phases);
  const responsibilityFiles = present(responsibilities);

  partners?.value.partners.forEach(({ id }, i) => {
    flaws.declare(KIND.partner, id, partners, ['partners', i, 'id']);
  });
  targetGroups?.value.targetGroups.forEach(({ id }, i) => {
    flaws.declare(KIND.targetGroup, id, targetGroups, ['targetGroups', i, 'id']);
  });
  for (const file of phaseFiles) {
    flaws.declare('phase', file.value.id, file, ['id']);
    eachFocusArea(file, (area, path) => flaws.declare(KIND.focusArea, area.id, file, [...path, 'id']));
    file.value.resources.forEach(({ id }, i) => {
      flaws.declare(KIND.resource, id, file, ['resources', i, 'id']);
    });
  }
  for (const file of responsibilityFiles) {
    file.value.responsibilities.forEach(({ id, children }, i) => {
      flaws.declare(KIND.responsibility, id, file, ['responsibilities', i, 'id']);
      children?.forEach((child, j) => {
        flaws.declare(KIND.responsibility, child.id, file, ['responsibilities', i, 'children', j, 'id']);
      });
    });
  }
  measures?.value.measures.forEach(({ id }, i) => {
    flaws.declare(KIND.countyMeasure, id, measures, ['measures', i, 'id']);
  });
  description?.value.sections.forEach((section, i) => {
    flaws.declare('section', section.id, description, ['sections', i, 'id']);
    section.questions.forEach(({ id }, j) => {
      flaws.declare('question', id, description, ['sections', i, 'questions', j, 'id']);
    });
  });

  // References can only be judged when every file that declares an id could be read.
  if (!counties || !actors || !partners || !targetGroups || !categories || !measures || !description)
    return undefined;
  if (phaseFiles.length < phases.length || responsibilityFiles.length < responsibilities.length)
    return undefined;

  interface Concerning {
    readonly partners?: readonly string[] | undefined;
    readonly targetGroups?: readonly string[] | undefined;
    readonly serves?: readonly string[];
  }
  const referAll = (entry: Concerning, file: YamlFile<unknown>, path: FieldPath) => {
    entry.partners?.forEach((id, i) => {
      flaws.refer([KIND.partner], id, file, [...path, 'partners', i]);
    });
    entry.targetGroups?.forEach((id, i) => {
      flaws.refer([KIND.targetGroup], id, file, [...path, 'targetGroups', i]);
    });
    entry.serves?.forEach((id, i) => {
      flaws.refer([KIND.focusArea], id, file, [...path, 'serves', i]);
    });
  };
  for (const file of phaseFiles) {
    eachFocusArea(file, (area, path) => referAll(area, file, path));
    file.value.resources.forEach(({ beside }, i) => {
      beside.forEach((id, j) => {
        flaws.refer([KIND.focusArea], id, file, ['resources', i, 'beside', j]);
      });
    });
  }
  for (const file of responsibilityFiles) {
    file.value.responsibilities.forEach((entry, i) => {
      referAll(entry, file, ['responsibilities', i]);
    });
  }
  const countyOf = new Map(
    counties.value.counties.flatMap(({ number, former }) => former.map(({ code }) => [code, number])),
  );
  measures.value.measures.forEach((measure, i) => {
    referAll(measure, measures, ['measures', i]);
    const today = countyOf.get(measure.county.code);
    if (today !== measure.county.today) {
      const what = `${measure.county.code} is ${today === undefined ? 'not a county of 2015' : `part of county ${today} today`}`;
      flaws.add(measures.flaw(['measures', i, 'county'], what));
    }
  });

  return {
    counties: counties.value.counties,
    framework: frameworkOf({
      phases: phaseFiles.map(({ value }) => value).sort((a, b) => a.order - b.order),
      categories: categories.value.categories,
      actors: actors.value.actors,
      partners: partners.value.partners,
      targetGroups: targetGroups.value.targetGroups,
      responsibilities: responsibilityFiles.flatMap(({ value: { category, responsibilities: entries } }) =>
        entries.map((entry) => ({ ...entry, category })),
      ),
      countyMeasures: measures.value.measures,
      measureDescription: description.value,
    }),
  };
}

function eachFocusArea(
  file: YamlFile<{ readonly focusAreas: readonly FocusArea[] }>,
  visit: (area: FocusArea, path: FieldPath) => void,
): void {
  const walk = (areas: readonly FocusArea[], base: FieldPath): void =>
    areas.forEach((area, i) => {
      visit(area, [...base, i]);
      walk(area.children ?? [], [...base, i, 'children']);
    });
  walk(file.value.focusAreas, ['focusAreas']);
}

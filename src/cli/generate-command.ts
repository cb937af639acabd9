import { describeNoDate } from '../calendar/describe.js';
import { instant } from '../calendar/iso-date.js';
import { generate } from '../cycle/lifecycle/generate.js';
import { countyOf, type Knowledge, loadKnowledge, schoolYearFor } from '../datafiles/knowledge.js';
import { writeFileAtomically } from '../datafiles/write-file.js';
import { FILE_FORMATS } from '../exchange/formats.js';
import { headOf, renderVcalendar } from '../feeds/vcalendar.js';
import type { County } from '../framework/county.js';
import { inLanguage, LANGUAGES } from '../language/text.js';
import { PAPERS } from '../poster/paper.js';
import { POSTER_CONTENTS, POSTER_THEMES, UNNAMED } from '../poster/poster-order.js';
import { LEVELS } from '../task/level.js';
import { viewTask } from '../task/task-view.js';
import { seenWith } from '../task/unit-view.js';
import { taskWording } from '../task/wording.js';
import { GROUPINGS } from '../wheel/wheel-of-tasks.js';
import { addressArgument, choiceArgument, schoolYearArgument } from './arguments.js';
import type { Output } from './output.js';

export interface GenerateOptions {
  readonly county: string;
  readonly schoolYear: string;
  readonly level: string;
  readonly format: string;
  readonly language: string;
  readonly content: string;
  readonly rings: string;
  readonly paper: string;
  readonly theme: string;
  readonly unnamed: string;
  readonly out?: string;
  readonly baseUrl?: string;
  readonly data?: string;
}

/** `arshjul generate`: one county's default årshjul of a school year as a file, without a database. */
export async function generateCommand(options: GenerateOptions, output: Output): Promise<void> {
  const order = orderOf(options);
  const knowledge = loadKnowledge(options.data);
  const county = countyOf(knowledge, options.county);
  const generated = generatedFor(knowledge, county, order);
  const content = await contentOf(order, generated, knowledge);
  if (options.out === undefined) output.out(content);
  else writeFileAtomically(options.out, content);

  const { cycle, wording } = generated;
  const place = options.out === undefined ? '' : ` in ${options.out}`;
  output.err(`${cycle.tasks.length} tasks for ${county.number} ${county.name.nb} ${order.label}${place}\n`);
  if (cycle.provisional.length > 0)
    output.err(`the skolerute is provisional: ${cycle.provisional.join(', ')}\n`);
  for (const { key, reason } of cycle.undated)
    output.err(`${key} has no date: ${describeNoDate(reason, wording)}\n`);
}

type Order = ReturnType<typeof orderOf>;

/** The options, each checked; throws ArshjulError `invalid-argument`. */
function orderOf(options: GenerateOptions) {
  return {
    format: choiceArgument('--format', options.format, FILE_FORMATS),
    language: choiceArgument('--language', options.language, LANGUAGES),
    label: schoolYearArgument('--school-year', options.schoolYear),
    level: choiceArgument('--level', options.level, LEVELS),
    baseUrl: options.baseUrl === undefined ? null : addressArgument('--base-url', options.baseUrl),
    content: choiceArgument('--content', options.content, POSTER_CONTENTS),
    rings: choiceArgument('--rings', options.rings, GROUPINGS),
    paper: choiceArgument('--paper', options.paper, PAPERS),
    theme: choiceArgument('--theme', options.theme, POSTER_THEMES),
    unnamed: choiceArgument('--unnamed', options.unnamed, UNNAMED),
  };
}

type Generated = ReturnType<typeof generatedFor>;

function generatedFor(knowledge: Knowledge, county: County, { language, label, level }: Order) {
  const { framework, templates, translate } = knowledge;
  const schoolYear = schoolYearFor(knowledge, county.number, label);
  return {
    cycle: generate(knowledge, schoolYear, [], level),
    schoolYear,
    countyName: inLanguage(county.name, language),
    wording: taskWording(framework, templates, translate, language),
  };
}

async function contentOf(
  order: Order,
  { cycle, schoolYear, countyName, wording }: Generated,
  { framework }: Knowledge,
): Promise<string | Buffer> {
  const { format, label, baseUrl, content, rings, paper, theme, unnamed } = order;
  const { tasks, provisional } = cycle;
  switch (format) {
    case 'ics': {
      const seen = tasks.map((task) => seenWith(task, undefined));
      const look = { baseUrl, alarms: false, layerName: null };
      return renderVcalendar(headOf(wording, countyName, label), seen, wording, look);
    }
    case 'csv':
    case 'xlsx': {
      const { renderTable } = await import('../exchange/task-table.js');
      return renderTable(format, tasks, wording);
    }
    case 'json': {
      const undated = cycle.undated.map(({ key, reason }) => ({
        key,
        reason: describeNoDate(reason, wording),
      }));
      const views = tasks.map((task) => viewTask(task, wording));
      const { leftOut: _beyond, level, ...rest } = cycle;
      // The level is named only where it leaves something out: a complete årshjul is as it was before there were levels.
      const said = level === 'complete' ? rest : { ...rest, level };
      return `${JSON.stringify({ ...said, tasks: views, undated }, null, 2)}\n`;
    }
    case 'svg':
    case 'png':
    case 'pdf': {
      const { renderPoster } = await import('../poster/poster.js');
      const changedAt = [EPOCH, ...tasks.map(({ updatedAt }) => updatedAt)].sort().at(-1) ?? EPOCH;
      const names = { county: cycle.county, countyName, schoolYear, framework, wording, units: [], baseUrl };
      const level = cycle.level === 'complete' ? null : cycle.level;
      const subject = { ...names, tasks, provisional, level, selection: [], publishedAt: null, changedAt };
      return renderPoster({ content, format, rings, paper, theme, unnamed }, subject);
    }
    default:
      return format satisfies never;
  }
}

const EPOCH = instant('1970-01-01T00:00:00Z');

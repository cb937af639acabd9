import { describeNoDate } from '../calendar/describe.js';
import { generate } from '../cycle/generate.js';
import { viewTask } from '../cycle/task-view.js';
import { seenWith } from '../cycle/unit-view.js';
import { taskWording } from '../cycle/wording.js';
import { countyOf, loadKnowledge, schoolYearFor } from '../datafiles/knowledge.js';
import { writeFileWhole } from '../datafiles/write-file.js';
import { renderCsv } from '../exchange/task-table.js';
import { headOf, renderVcalendar } from '../feeds/vcalendar.js';
import { inLanguage, LANGUAGES } from '../language/text.js';
import { addressArgument, choiceArgument, schoolYearArgument } from './arguments.js';
import type { Output } from './output.js';

export const FORMATS = ['ics', 'json', 'csv'] as const;

export interface GenerateOptions {
  readonly county: string;
  readonly schoolYear: string;
  readonly format: string;
  readonly language: string;
  readonly out?: string;
  readonly baseUrl?: string;
  readonly data?: string;
}

/** `arshjul generate`: one county's default årshjul of a school year as a file, without a database. */
export function generateCommand(options: GenerateOptions, output: Output): void {
  const format = choiceArgument('--format', options.format, FORMATS);
  const language = choiceArgument('--language', options.language, LANGUAGES);
  const label = schoolYearArgument('--school-year', options.schoolYear);
  const baseUrl = options.baseUrl === undefined ? null : addressArgument('--base-url', options.baseUrl);
  const knowledge = loadKnowledge(options.data);
  const { framework, templates, translate } = knowledge;
  const county = countyOf(knowledge, options.county);
  const schoolYear = schoolYearFor(knowledge, county.number, label);
  const wording = taskWording(framework, templates, translate, language);
  const cycle = generate(framework, templates, schoolYear, []);
  const head = headOf(wording, inLanguage(county.name, language), label);
  const seen = cycle.tasks.map((task) => seenWith(task, undefined));
  const content = {
    ics: () => renderVcalendar(head, seen, wording, { baseUrl, alarms: false, layerName: null }),
    csv: () => renderCsv(cycle.tasks, wording),
    json: () => {
      const tasks = cycle.tasks.map((task) => viewTask(task, wording));
      const undated = cycle.undated.map(({ key, reason }) => ({
        key,
        reason: describeNoDate(reason, wording),
      }));
      return `${JSON.stringify({ ...cycle, tasks, undated }, null, 2)}\n`;
    },
  }[format]();
  if (options.out === undefined) output.out(content);
  else writeFileWhole(options.out, content);

  const { provisional, undated, tasks } = cycle;
  const place = options.out === undefined ? '' : ` in ${options.out}`;
  output.err(`${tasks.length} tasks for ${county.number} ${county.name.nb} ${label}${place}\n`);
  if (provisional.length > 0) output.err(`the skolerute is provisional: ${provisional.join(', ')}\n`);
  for (const { key, reason } of undated)
    output.err(`${key} has no date: ${describeNoDate(reason, wording)}\n`);
}

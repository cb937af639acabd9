/** Runs every benchmark; prints one JSON object per line: name, value, unit, and its ratio against something of the same run. */
import ical from 'ical-generator';
import { labelOf } from '../../dist/calendar/school-year-label.js';
import { generate } from '../../dist/cycle/generate.js';
import { seenWith } from '../../dist/cycle/unit-view.js';
import { taskWording } from '../../dist/cycle/wording.js';
import { loadKnowledge, schoolYearFor } from '../../dist/datafiles/knowledge.js';
import { headOf, renderVcalendar } from '../../dist/feeds/vcalendar.js';
import { benchEditing } from './editing.js';

const RUNS = 41;

/** The median of several runs in milliseconds, after a few to warm up. */
function medianMs(run) {
  for (let i = 0; i < 5; i += 1) run();
  const times = [];
  for (let i = 0; i < RUNS; i += 1) {
    const start = process.hrtime.bigint();
    run();
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

function report(name, ms, against, baselineMs) {
  const line = {
    name,
    value: Number(ms.toFixed(3)),
    unit: 'ms',
    ratio: Number((ms / baselineMs).toFixed(4)),
    against,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const knowledge = loadKnowledge();
const { framework, templates, translate, counties } = knowledge;
const label = labelOf(2026);
const schoolYears = counties.map(({ number }) => schoolYearFor(knowledge, number, label));
const vestfold = schoolYears.find(({ county }) => county === '39');
const { tasks } = generate(framework, templates, vestfold, []);

const bare = medianMs(() => {
  const calendar = ical();
  for (const task of tasks) {
    calendar.createEvent({ id: task.id, start: task.start, allDay: true, summary: task.title.nb });
  }
  calendar.toString();
});
const baseline = `bare ical-generator, ${tasks.length} events with id, start and summary`;
report('bare ical-generator', bare, baseline, bare);
report(
  'generate one county',
  medianMs(() => generate(framework, templates, vestfold, [])),
  baseline,
  bare,
);
report(
  'generate all 15 counties',
  medianMs(() => schoolYears.map((schoolYear) => generate(framework, templates, schoolYear, []))),
  baseline,
  bare,
);
const seen = tasks.map((task) => seenWith(task, undefined));
const wording = taskWording(framework, templates, translate, 'nb');
report(
  'render one county as iCalendar, nothing kept',
  medianMs(() =>
    renderVcalendar(headOf(wording, 'Vestfold', label), seen, wording, {
      baseUrl: 'http://localhost:3000',
      alarms: false,
    }),
  ),
  baseline,
  bare,
);

for (const factor of [1, 10, 100]) await benchEditing(factor, report);

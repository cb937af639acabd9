/** Runs every benchmark; prints one JSON object per line: name, value, unit, and its ratio against something of the same run. */
import ical from 'ical-generator';
import { labelOf } from '../../dist/calendar/school-year-label.js';
import { generate } from '../../dist/cycle/lifecycle/generate.js';
import { loadKnowledge, schoolYearFor } from '../../dist/datafiles/knowledge.js';
import { ComponentCache } from '../../dist/feeds/component-cache.js';
import { componentDescription, componentSummary } from '../../dist/feeds/component-text.js';
import { wholeEntry } from '../../dist/feeds/entries/calendar-entry.js';
import { PublishedCounty } from '../../dist/feeds/published-county.js';
import { headOf, renderVcalendar } from '../../dist/feeds/vcalendar.js';
import { renderVevent } from '../../dist/feeds/vevent.js';
import { seenWith } from '../../dist/task/unit-view.js';
import { taskWording } from '../../dist/task/wording.js';
import { benchEditing } from './editing.js';
import { benchFeedReads, benchManyFeeds } from './feeds.js';
import { benchLive } from './live.js';
import { benchPage } from './page.js';
import { benchPosters } from './posters.js';
import { benchDelivery, benchTick } from './reminders.js';
import { benchStarting } from './starting.js';
import { benchWheel } from './wheel.js';
import { benchWorking } from './working.js';

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

function reportRatio(name, value, unit, against, baseline) {
  const line = {
    name,
    value: Number(value.toFixed(3)),
    unit,
    ratio: Number((value / baseline).toFixed(4)),
    against,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function report(name, ms, against, baselineMs) {
  reportRatio(name, ms, 'ms', against, baselineMs);
}

const knowledge = loadKnowledge();
const { framework, templates, translate, counties } = knowledge;
const label = labelOf(2026);
const schoolYears = counties.map(({ number }) => schoolYearFor(knowledge, number, label));
const vestfold = schoolYears.find(({ county }) => county === '39');
const { tasks } = generate(knowledge, vestfold, [], 'complete');

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
  medianMs(() => generate(knowledge, vestfold, [], 'complete')),
  baseline,
  bare,
);
report(
  'generate all 15 counties',
  medianMs(() => schoolYears.map((schoolYear) => generate(knowledge, schoolYear, [], 'complete'))),
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

// The first rendering of 300 tasks against ical-generator writing the same fields, and joining what has been kept.
const three = Array.from({ length: 300 }, (_, index) => seen[index % seen.length]).map((each, index) =>
  wholeEntry({ ...each, task: { ...each.task, id: `${each.task.id}-${index}` } }),
);
const options = { baseUrl: 'http://localhost:3000', alarms: false, layerName: null };
const generatorAlone = medianMs(() => {
  const calendar = ical();
  for (const entry of three) {
    const { task, changedAt } = entry;
    calendar.createEvent({
      id: task.id,
      start: task.start,
      end: task.end,
      allDay: true,
      stamp: changedAt,
      created: changedAt,
      lastModified: changedAt,
      summary: componentSummary(entry, wording),
      description: componentDescription(task, wording, options),
      categories: [{ name: task.phase }],
      url: 'http://localhost:3000',
    });
  }
  calendar.toString();
});
report(
  'first rendering of 300 tasks',
  medianMs(() => three.map((each) => renderVevent(each, wording, options))),
  'ical-generator alone with the same texts',
  generatorAlone,
);
const look = {
  name: 'Årshjul',
  language: 'nb',
  filter: { level: 'complete' },
  form: 'events',
  alarms: false,
  phases: true,
  bars: true,
  cancelled: true,
  sequence: 0,
  audience: 'anyone',
};
const state = {
  county: '39',
  schoolYear: label,
  isPublic: true,
  units: [],
  adjustments: [],
  tasks: three.map(({ task }) => task),
};
const county = new PublishedCounty({ anyone: state, invited: state });
const context = {
  components: new ComponentCache('http://localhost:3000', 2 ** 26),
  wording,
  countyName: 'Vestfold',
};
const kept = three.map((each) => context.components.componentOf(each, wording, look, null).bytes);
report(
  'joining a body of 300 tasks from kept texts',
  medianMs(() => Buffer.concat(kept)),
  'the aim of 0.5 ms',
  0.5,
);
report(
  'body of 300 tasks: filter, sort, look up, join',
  medianMs(() => county.bytesOf(look, context, '2026-11-24T10:00:00.000Z')),
  'the aim of 0.5 ms',
  0.5,
);

await benchStarting(knowledge, reportRatio);
await benchPosters(knowledge, vestfold, reportRatio);
benchWheel(knowledge, tasks, reportRatio);
benchTick(knowledge, tasks, reportRatio);
await benchDelivery(reportRatio);
await benchPage(reportRatio);
await benchWorking(reportRatio);
await benchLive(reportRatio);
await benchFeedReads(reportRatio);
await benchManyFeeds(reportRatio);
for (const factor of [1, 10, 100]) await benchEditing(factor, report);

/** Benchmarks of posters of 400 tasks, as the service makes them when nothing is kept. */
import { generate } from '../../dist/cycle/lifecycle/generate.js';
import { wordingsOf } from '../../dist/datafiles/knowledge.js';
import { renderPoster } from '../../dist/poster/poster.js';

const TASKS = 400;
const RUNS = 11;

async function medianMs(run) {
  for (let i = 0; i < 3; i += 1) await run();
  const times = [];
  for (let i = 0; i < RUNS; i += 1) {
    const start = process.hrtime.bigint();
    await run();
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

/** Wheel and list as SVG, PNG and PDF, against what issue 6 asks of them. */
export async function benchPosters(knowledge, schoolYear, reportRatio) {
  const { framework } = knowledge;
  const { tasks } = generate(knowledge, schoolYear, [], 'complete');
  const subject = {
    county: '39',
    countyName: 'Vestfold',
    schoolYear,
    provisional: [],
    tasks: Array.from({ length: TASKS }, (_, index) => {
      const task = tasks[index % tasks.length];
      return { ...task, id: `${task.id}-${index}` };
    }).sort((a, b) => (a.start < b.start ? -1 : 1)),
    level: null,
    selection: [],
    framework,
    units: [],
    wording: wordingsOf(knowledge).nb,
    baseUrl: 'http://localhost:3000',
    publishedAt: '2026-11-24T10:00:00.000Z',
    changedAt: '2026-11-24T10:00:00.000Z',
  };
  const aims = { svg: 30, pdf: 500 };
  for (const content of ['wheel', 'list']) {
    for (const [format, aim] of Object.entries(aims)) {
      const order = { content, format, paper: 'a3', theme: 'light', rings: 'phase', unnamed: 'counted' };
      const ms = await medianMs(() => renderPoster(order, subject));
      reportRatio(`${content} of ${TASKS} tasks as ${format}, A3`, ms, 'ms', `the aim of ${aim} ms`, aim);
    }
  }
}

/** Benchmark of the wheel: layout and SVG text of 400 tasks, as the server makes them for a page, a poster or an intranet. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import { PALETTES } from '../../dist/wheel/palette.js';
import { svgOf } from '../../dist/wheel/svg.js';
import { drawWheel } from '../../dist/wheel/wheel.js';
import { wheelOfTasks } from '../../dist/wheel/wheel-of-tasks.js';

const TASKS = 400;
const RUNS = 41;
const require = createRequire(import.meta.url);

/** Widths as Inter sets them, each letter looked up once. */
function measurer() {
  const widths = { regular: new Map(), bold: new Map() };
  const fonts = {
    regular: create(
      readFileSync(require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf')),
    ),
    bold: create(readFileSync(require.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'))),
  };
  return (text, size, weight) => {
    let sum = 0;
    for (const letter of text) {
      let width = widths[weight].get(letter);
      if (width === undefined) {
        width = fonts[weight].layout(letter).advanceWidth / fonts[weight].unitsPerEm;
        widths[weight].set(letter, width);
      }
      sum += width;
    }
    return sum * size;
  };
}

function medianMs(run) {
  for (let i = 0; i < 10; i += 1) run();
  const times = Array.from({ length: RUNS }, () => {
    const start = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

/** Draws a cycle's tasks, repeated to 400, by phase and by actor, against the aim of 30 ms. */
export function benchWheel({ framework, translate }, tasks, reportRatio) {
  const subject = {
    title: 'Årshjul',
    subtitle: 'Vestfold',
    from: '2026-08-01',
    to: '2027-07-31',
    today: '2026-11-24',
    breaks: [],
    holidays: [],
  };
  const named = ({ id, name }) => ({ id, name: name.nb });
  const vocabulary = {
    phases: framework.phases.map(named),
    actors: framework.actors.map(named),
    units: [{ id: '39', name: 'Vestfold' }],
    everyUnit: 'Alle',
    shortDate: (date) => `${Number(date.slice(8))}.${Number(date.slice(5, 7))}.`,
    words: {
      months: Array.from({ length: 12 }, (_, month) => translate.nb(`month.${month + 1}`)),
      week: 'uke',
      today: 'I dag',
      hidden: (count) => `${count} uten navn`,
      deadline: 'Frist',
      activity: 'Aktivitet',
      cooperation: 'Samarbeid',
      done: 'Gjort',
      cancelled: 'Avlyst',
      provisional: 'Foreløpig',
      description: '',
    },
  };
  const many = Array.from({ length: TASKS }, (_, n) => {
    const task = tasks[n % tasks.length];
    return { ...task, id: `${task.id}-${n}`, title: task.title.nb };
  });
  const view = { width: 1600, height: 1600, textSize: 11, from: subject.from, to: subject.to, legend: true };
  const measure = measurer();
  for (const grouping of ['phase', 'actor']) {
    const ms = medianMs(() =>
      svgOf(
        drawWheel(wheelOfTasks(subject, many, grouping, vocabulary), view, measure).drawing,
        PALETTES.light,
      ),
    );
    reportRatio(`wheel of ${TASKS} tasks as SVG, rings by ${grouping}`, ms, 'ms', 'the aim of 30 ms', 30);
  }
}

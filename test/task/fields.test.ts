import { describe, expect, it } from 'vitest';
import { taskOf } from '../../src/cycle/stored-entry.js';
import { eventsFromIcalendar } from '../../src/exchange/icalendar-events.js';
import { tableFromCsv } from '../../src/exchange/table.js';
import { eventsFromTable, guessMapping, TABLE_FIELDS } from '../../src/exchange/table-events.js';
import { renderCsv } from '../../src/exchange/task-table.js';
import { wholeEntry } from '../../src/feeds/entries/calendar-entry.js';
import { renderVcalendar } from '../../src/feeds/vcalendar.js';
import { renderVtodo } from '../../src/feeds/vtodo.js';
import { LANGUAGES } from '../../src/language/text.js';
import { FIELD_SCHEMAS } from '../../src/task/field-schemas.js';
import { FIELDS } from '../../src/task/field-table.js';
import { BLANK, FIELD_NAMES, fieldsWith } from '../../src/task/fields.js';
import type { Task } from '../../src/task/task.js';
import { seenWith } from '../../src/task/unit-view.js';
import { knowledge } from '../calendar/samples.js';
import { taskNamed, wordingIn } from '../cycle/samples.js';

const wording = wordingIn('nb');
const OPTIONS = { baseUrl: null, alarms: false, layerName: null };

/** The fields of which a file can say whatever people write. */
const FREE_TEXTS = fieldsWith('imported').filter(
  (field) => FIELD_SCHEMAS[field].written.safeParse(`Om ${field}`).success,
);

/** A task that says something of its own in each of these. */
const task = {
  ...taskNamed('skolestart'),
  ...Object.fromEntries(
    FREE_TEXTS.map((field) => [
      field,
      FIELD_SCHEMAS[field].stored.safeParse(`Om ${field}`).success ? `Om ${field}` : { nb: `Om ${field}` },
    ]),
  ),
} as Task;

describe('each free text of a task', () => {
  it('is one of these, at least', () => {
    expect(FREE_TEXTS).toEqual(expect.arrayContaining(['title', 'description']));
  });

  it.each(FREE_TEXTS)('comes back from a table of our own: %s', (field) => {
    const table = tableFromCsv(Buffer.from(renderCsv([task], wording)));
    const [event] = eventsFromTable(
      table,
      guessMapping(table.columns, () => []),
    ).events;
    expect(event?.[field]).toBe(`Om ${field}`);
  });

  it.each(FREE_TEXTS)('comes back from a calendar of our own: %s', (field) => {
    const calendar = renderVcalendar(
      { name: '', description: '' },
      [seenWith(task, undefined)],
      wording,
      OPTIONS,
    );
    const [event] = eventsFromIcalendar(calendar, task.start, task.end).events;
    expect(event?.[field]).toContain(`Om ${field}`);
  });

  it.each(FREE_TEXTS)('stands in a list of tasks: %s', (field) => {
    const todo = renderVtodo(wholeEntry(seenWith(task, undefined)), wording, OPTIONS).replaceAll('\r\n ', '');
    expect(todo).toContain(`Om ${field}`);
  });
});

describe('each field of a task', () => {
  it.each(LANGUAGES)('has its names in %s', (language) => {
    const keys = [
      ...Object.values(FIELD_NAMES),
      ...fieldsWith('fact').map((field) => FIELDS[field].fact),
      ...[...fieldsWith('column'), ...TABLE_FIELDS].map((field) => `column.${field}`),
    ];
    // A key without a text comes back as it is.
    expect(keys.filter((key) => knowledge.translate[language](key) === key)).toEqual([]);
  });

  // What was generated before there were levels has its template's: levels-before.test.ts.
  const blank = Object.keys(BLANK).filter((field) => field !== 'level');
  it.each(blank)('is blank in what was stored before there was one: %s', (field) => {
    const { [field as keyof typeof BLANK]: _lacking, ...before } = task;
    expect(taskOf(JSON.stringify(before))).toEqual({
      ...task,
      ...{ [field]: BLANK[field as keyof typeof BLANK] },
    });
  });

  it('has a place of its own in a table that is written', () => {
    const places = fieldsWith('column').map((field) => FIELDS[field].column.at);
    expect(new Set(places).size).toBe(places.length);
  });

  it('is merged with others under the name of the first of them', () => {
    for (const field of fieldsWith('merged')) {
      const name = FIELDS[field].merged;
      expect(FIELDS[name].merged).toBe(name);
    }
  });
});

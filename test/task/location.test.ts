import { describe, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { changeInWords } from '../../src/cycle/history/change-in-words.js';
import { merge } from '../../src/cycle/lifecycle/merge.js';
import { eventsFromIcalendar } from '../../src/exchange/icalendar-events.js';
import { wholeEntry } from '../../src/feeds/entries/calendar-entry.js';
import { renderVcalendar } from '../../src/feeds/vcalendar.js';
import { renderVevent } from '../../src/feeds/vevent.js';
import { renderVtodo } from '../../src/feeds/vtodo.js';
import { FIELD_SCHEMAS } from '../../src/task/field-schemas.js';
import { mayChange } from '../../src/task/layer.js';
import { applyPatch, type EditContext, taskPatchSchema } from '../../src/task/task-edit.js';
import { viewTask } from '../../src/task/task-view.js';
import { seenWith } from '../../src/task/unit-view.js';
import { knowledge, vestfold2026 } from '../calendar/samples.js';
import { taskNamed, wordingIn } from '../cycle/samples.js';
import { hardTexts } from '../text/written-fields.js';

const nowhere = taskNamed('apen-skole');
const there = { ...nowhere, location: 'Færder videregående skole, rom 2; inngang øst\\vest' };
const wording = wordingIn('nb');
const whole = (task: typeof nowhere) => wholeEntry(seenWith(task, undefined));
const OPTIONS = { baseUrl: null, alarms: false, layerName: null };

const context: EditContext = {
  framework: knowledge.framework,
  schoolYear: vestfold2026,
  units: [{ id: '39', retired: false }],
  references: () => undefined,
  language: 'nb',
  now: instant('2026-11-24T10:00:00Z'),
};

const names = { wording, unitName: (id: string) => id, measureName: (id: string) => id };

describe('where people meet', () => {
  it('is changed and taken away, told by the history and shown', () => {
    const edited = applyPatch(nowhere, { location: there.location }, context);
    if ('flaws' in edited) throw new Error('refused');
    expect(viewTask(edited.task, wording).location).toBe(there.location);
    expect(changeInWords(nowhere, edited.task, names)).toEqual([
      { field: 'location', name: 'Sted', before: null, after: there.location },
    ]);
    expect(applyPatch(there, { location: null }, context)).toMatchObject({ task: { location: null } });
  });

  it('is told of a new task only where there is one', () => {
    const toldOf = (task: typeof there) => changeInWords(null, task, names).map(({ field }) => field);
    expect(toldOf(there)).toContain('location');
    expect(changeInWords(null, nowhere, names).map(({ field }) => field)).not.toContain('location');
  });

  it('says something, is short, and names nobody by number', () => {
    const isTaken = (location: unknown) => taskPatchSchema.safeParse({ location }).success;
    expect([null, 'Aulaen', 'x'.repeat(500)].map(isTaken)).toEqual([true, true, true]);
    const refused = ['', '  ', 'x'.repeat(501), ...hardTexts('text').map(({ text }) => text)];
    expect(refused.filter(isTaken)).toEqual([]);
  });

  it('is none in a document from before there was one', () => {
    expect(FIELD_SCHEMAS.location.stored.parse(undefined)).toBeNull();
  });

  it('stays as people wrote it when the task is generated again', () => {
    expect(merge(nowhere, there, nowhere, () => undefined).task.location).toBe(there.location);
  });

  it('is for the owner to say, not for whom the task is given to', () => {
    const given = { ...there, unitId: '39-horten' };
    const responsible = { role: 'unit-coordinator', unit: '39-horten' } as const;
    expect(mayChange(responsible, given, ['status'])).toBe(true);
    expect(mayChange(responsible, given, ['location'])).toBe(false);
  });

  it.each([renderVevent, renderVtodo])(
    'is LOCATION in a calendar: escaped, folded at 75 octets',
    (render) => {
      const text = render(whole(there), wording, OPTIONS);
      expect(text.replaceAll('\r\n ', '').split('\r\n')).toContain(
        'LOCATION:Færder videregående skole\\, rom 2\\; inngang øst\\\\vest',
      );
      const long = render(whole({ ...there, location: 'å'.repeat(200) }), wording, OPTIONS);
      for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(long.replaceAll('\r\n ', '')).toContain(`LOCATION:${'å'.repeat(200)}\r\n`);
    },
  );

  it.each([renderVevent, renderVtodo])('leaves no byte in a calendar where there is none', (render) => {
    const without = render(whole(nowhere), wording, OPTIONS);
    const withIt = render(whole(there), wording, OPTIONS);
    expect(without).not.toContain('LOCATION');
    expect(withIt.replace(/LOCATION:.*\r\n( .*\r\n)*/, '')).toBe(without);
  });

  it('is read from LOCATION, and is no longer a part of the description', () => {
    const calendar = renderVcalendar(
      { name: '', description: '' },
      [seenWith(there, undefined)],
      wording,
      OPTIONS,
    );
    const [event] = eventsFromIcalendar(calendar, there.start, there.end).events;
    expect(event?.location).toBe(there.location);
    expect(event?.description).not.toContain('rom 2');
    const bare = calendar.replace(/LOCATION:.*\r\n( .*\r\n)*/, 'LOCATION:\r\n');
    expect(eventsFromIcalendar(bare, there.start, there.end).events[0]?.location).toBeNull();
  });
});

import { isoDate } from '../../src/calendar/iso-date.js';
import type { CycleView } from '../../src/cycle/view/cycle-view.js';
import { BLANK } from '../../src/task/fields.js';
import type { TaskView } from '../../src/task/task-view.js';

// What nothing is said of is shown as it is kept.
const blank = BLANK as unknown as Pick<TaskView, keyof TaskView & keyof typeof BLANK>;

/** A task as the page gets it, of one day or of several. */
export function taskOf(id: string, start: string, end = start, more: Partial<TaskView> = {}): TaskView {
  return {
    ...blank,
    id,
    cycleId: '39-2026-2027',
    key: id,
    layer: '39',
    kind: start === end ? 'deadline' : 'activity',
    title: `Oppgave ${id}`,
    description: '',
    phase: 'oppstart-vg1',
    category: 'koordinering',
    actor: 'school',
    start: isoDate(start),
    end: isoDate(end),
    minorWhy: [],
    window: null,
    adjustment: null,
    origin: 'template',
    source: '',
    reminders: [],
    version: 1,
    updatedAt: '2026-08-01T00:00:00.000Z',
    ...more,
  };
}

/** Vestfold's school year 2026/2027, as far as the views ask for it. */
export const schoolYear: CycleView['schoolYear'] = {
  from: isoDate('2026-08-01'),
  to: isoDate('2027-07-31'),
  terms: [
    { name: 'autumn', from: isoDate('2026-08-17'), to: isoDate('2026-12-18') },
    { name: 'spring', from: isoDate('2027-01-05'), to: isoDate('2027-06-18') },
  ],
  breaks: [
    { id: 'autumn-break', name: 'høstferie', from: isoDate('2026-10-05'), to: isoDate('2026-10-09') },
    { id: 'christmas-break', name: 'juleferie', from: isoDate('2026-12-19'), to: isoDate('2027-01-04') },
  ],
  holidays: [{ date: isoDate('2026-12-25'), name: 'første juledag' }],
  planningDays: [isoDate('2026-11-02')],
};

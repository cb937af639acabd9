import type { EventInput } from '@fullcalendar/react';
import { addDays } from '../../../../calendar/iso-date.js';
import type { TaskView } from '../../../../cycle/task-view.js';
import { taskPath } from '../../shell/views.js';
import { placeTasks } from './month-tasks.js';

/** The tasks as the calendar library takes them: whole days, the end not included. */
export function eventsOf(tasks: readonly TaskView[], addressOf: (path: string) => string): EventInput[] {
  return placeTasks(tasks).map(({ task, part, from, to }) => ({
    id: `${task.id} ${part}`,
    title: task.title,
    start: from,
    end: addDays(to, 1),
    allDay: true,
    url: addressOf(taskPath(task.id)),
    display: from === to ? 'list-item' : 'block',
    extendedProps: { task, part },
  }));
}

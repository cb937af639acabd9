import type { EventInput } from '@fullcalendar/react';
import { addDays, type IsoDate, isoDate } from '../../../../../../calendar/iso-date.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { taskPath } from '../../../../data/address/views.js';
import { daysWhenLaid, type Placed, placeTasks } from './month-tasks.js';

/** The tasks as the calendar library takes them: whole days, the end not included. */
export function eventsOf(
  tasks: readonly TaskView[],
  addressOf: (path: string) => string,
  canMove: (task: TaskView) => boolean,
): EventInput[] {
  return placeTasks(tasks).map(({ task, part, from, to }) => ({
    id: `${task.id} ${part}`,
    title: task.title,
    start: from,
    end: addDays(to, 1),
    allDay: true,
    url: addressOf(taskPath(task.id)),
    startEditable: canMove(task),
    durationEditable: part === 'whole' && from !== to && canMove(task),
    display: from === to ? 'list-item' : 'block',
    extendedProps: { task, part },
  }));
}

/** What the library reports when a task is moved to other days; the end is exclusive. */
export interface MovedEvent {
  readonly start: Date | null;
  readonly end: Date | null;
  readonly extendedProps: Record<string, unknown>;
}

/** The task of an event, and which part of it the event shows. */
export function placedOf({
  extendedProps,
}: Pick<MovedEvent, 'extendedProps'>): Pick<Placed, 'task' | 'part'> {
  return extendedProps as Pick<Placed, 'task' | 'part'>;
}

/** The days of a task after one of its events has been moved. */
export function daysOfEvent(event: MovedEvent): Pick<TaskView, 'start' | 'end'> {
  const { start, end } = event;
  const placed = placedOf(event);
  if (!start) return placed.task;
  const from = dateOf(start);
  return daysWhenLaid(placed, from, end ? addDays(dateOf(end), -1) : from);
}

/** The library speaks of days as midnights UTC. */
export function dateOf(midnight: Date): IsoDate {
  return isoDate(midnight.toISOString().slice(0, 10));
}

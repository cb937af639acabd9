import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import {
  daysWhenLaid,
  firstShownDay,
  ongoingIn,
  placedByDay,
  placeTasks,
} from '../../src/web/client/pages/cycles/view/month/month-tasks.js';
import { taskOf } from './view-samples.js';

const [first, last] = [isoDate('2026-11-01'), isoDate('2026-11-30')];
const deadline = taskOf('frist', '2026-11-10');
const week = taskOf('uke', '2026-11-09', '2026-11-13');
const autumn = taskOf('høst', '2026-10-26', '2026-11-27');
const year = taskOf('år', '2026-08-01', '2027-07-31');

describe('tasks in a month', () => {
  it('stand whole when short, by their first and last day when long', () => {
    expect(
      placeTasks([deadline, week, autumn]).map(({ task, part, from, to }) => [task.id, part, from, to]),
    ).toEqual([
      ['frist', 'whole', '2026-11-10', '2026-11-10'],
      ['uke', 'whole', '2026-11-09', '2026-11-13'],
      ['høst', 'first-day', '2026-10-26', '2026-10-26'],
      ['høst', 'last-day', '2026-11-27', '2026-11-27'],
    ]);
  });

  it('that are long are listed where they go on, the first to end first', () => {
    expect(ongoingIn([year, week, autumn], first, last).map(({ id }) => id)).toEqual(['høst', 'år']);
    expect(ongoingIn([autumn], isoDate('2026-12-01'), isoDate('2026-12-31'))).toEqual([]);
  });

  it('are found by day, what begins before what goes on', () => {
    const days = placedByDay(placeTasks([week, deadline, year]), first, last);
    expect([...days.keys()]).toHaveLength(5);
    expect(days.get(isoDate('2026-11-10'))?.map(({ task }) => task.id)).toEqual(['frist', 'uke']);
  });
});

describe('a task whose part is laid on other days', () => {
  const days = (start: string, end: string) => ({ start: isoDate(start), end: isoDate(end) });

  it('lies there when it stands whole', () => {
    const laid = daysWhenLaid({ task: week, part: 'whole' }, isoDate('2026-11-12'), isoDate('2026-11-13'));
    expect(laid).toEqual(days('2026-11-12', '2026-11-13'));
  });

  it('is moved as a whole when it stands by its first or last day', () => {
    const task = taskOf('lang', '2026-10-01', '2026-11-10');
    const on = isoDate('2026-11-12');
    expect(daysWhenLaid({ task, part: 'last-day' }, on, on)).toEqual(days('2026-10-03', '2026-11-12'));
    expect(daysWhenLaid({ task, part: 'first-day' }, on, on)).toEqual(days('2026-11-12', '2026-12-22'));
  });
});

describe('the day that is looked at first', () => {
  const days = placedByDay(placeTasks([deadline]), first, last);

  it('is today in today’s month', () => {
    expect(firstShownDay(days, first, last, isoDate('2026-11-25'))).toBe('2026-11-25');
  });

  it('is the first that holds something in others, and the first of an empty month', () => {
    const today = isoDate('2026-12-24');
    expect(firstShownDay(days, first, last, today)).toBe('2026-11-10');
    expect(firstShownDay(new Map(), first, last, today)).toBe('2026-11-01');
  });
});

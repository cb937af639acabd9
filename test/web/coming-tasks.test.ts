import { expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { comingWeeks } from '../../src/web/client/pages/cycles/view/now/coming-tasks.js';
import { taskOf } from './view-samples.js';

/** What is in each week shown on a Wednesday of week 48, by its number. */
const weeksWith = (...tasks: ReturnType<typeof taskOf>[]) =>
  new Map(
    comingWeeks(tasks, isoDate('2026-11-25')).map(({ week, tasks: shown }) => [
      week,
      shown.map(({ id }) => id),
    ]),
  );

it('shows this week and the four after it, from Monday to Sunday', () => {
  const weeks = comingWeeks([], isoDate('2026-12-28'));
  expect(weeks.map(({ week }) => week)).toEqual([53, 1, 2, 3, 4]);
  expect(weeks[0]).toMatchObject({ from: '2026-12-28', to: '2027-01-03' });
  expect(weeks[4]).toMatchObject({ from: '2027-01-25', to: '2027-01-31' });
});

it('shows what begins in a week, and what ends in it that began before what is shown', () => {
  expect(
    weeksWith(
      taskOf('begins before, ends this week', '2026-11-02', '2026-11-27'),
      taskOf('Monday', '2026-11-23'),
      taskOf('Sunday', '2026-11-29'),
      taskOf('begins this week, ends next', '2026-11-29', '2026-12-03'),
      taskOf('next Monday', '2026-11-30'),
      taskOf('last Sunday', '2026-12-27'),
    ),
  ).toEqual(
    new Map([
      [48, ['begins before, ends this week', 'Monday', 'Sunday', 'begins this week, ends next']],
      [49, ['next Monday']],
      [50, []],
      [51, []],
      [52, ['last Sunday']],
    ]),
  );
});

it('shows neither what is past, nor what is later, nor what only goes on meanwhile', () => {
  const weeks = weeksWith(
    taskOf('last Sunday', '2026-11-22'),
    taskOf('later', '2026-12-28'),
    taskOf('goes on', '2026-08-01', '2027-07-31'),
  );
  expect([...weeks.values()].flat()).toEqual([]);
});

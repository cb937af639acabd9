import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Instant, instant, isoDate } from '../../src/calendar/iso-date.js';
import { isLate, lateSince } from '../../src/task/late.js';
import { STATUSES } from '../../src/task/statuses.js';
import { KINDS } from '../../src/task/template.js';

const TODAY = isoDate('2026-11-28');
const SINCE = isoDate('2026-11-10');
const deadline = (end: string) =>
  ({ kind: 'deadline', end: isoDate(end), status: 'planned', deleted: false }) as const;

describe('the day from which a unit can be late', () => {
  it.each([
    ['the first person came', '2026-10-01T08:00:00Z', '2026-08-15T08:00:00Z', '2026-10-01'],
    ['the cycle was first published', '2026-08-01T08:00:00Z', '2026-08-15T08:00:00Z', '2026-08-15'],
    ['both happened', '2026-08-15T06:00:00Z', '2026-08-15T08:00:00Z', '2026-08-15'],
    ['it was, in Oslo', '2026-08-14T22:30:00Z', '2026-08-01T08:00:00Z', '2026-08-15'],
  ])('is the day on which %s', (_, joined, published, day) => {
    expect(lateSince(instant(joined), instant(published))).toBe(day);
  });

  it('is not there while nobody has come, or nothing is published', () => {
    const at: Instant = instant('2026-08-15T08:00:00Z');
    expect([lateSince(null, at), lateSince(at, null), lateSince(null, null)]).toEqual([null, null, null]);
  });
});

describe('late', () => {
  it.each([
    ['is a deadline that passed yesterday', deadline('2026-11-27'), true],
    ['is not one of today', deadline('2026-11-28'), false],
    ['is one of the very day since when', deadline('2026-11-10'), true],
    ['is not one that was past by then', deadline('2026-11-09'), false],
    ['is one that has been started', { ...deadline('2026-11-27'), status: 'started' as const }, true],
    ['is not one that is done', { ...deadline('2026-11-27'), status: 'done' as const }, false],
    ['is not one that is cancelled', { ...deadline('2026-11-27'), status: 'cancelled' as const }, false],
    ['is not one that is deleted', { ...deadline('2026-11-27'), deleted: true }, false],
    ['is not a meeting that is over', { ...deadline('2026-11-27'), kind: 'cooperation' as const }, false],
    ['is not an activity that is over', { ...deadline('2026-11-27'), kind: 'activity' as const }, false],
  ])('%s', (_, task, expected) => {
    expect(isLate(task, TODAY, SINCE)).toBe(expected);
  });

  const days = fc.integer({ min: -400, max: 400 }).map((offset) => addDays(TODAY, offset));
  const tasks = fc.record({
    kind: fc.constantFrom(...KINDS),
    end: days,
    status: fc.constantFrom(...STATUSES),
    deleted: fc.boolean(),
  });

  it('is nothing that was past before since, nothing still to come, and nothing that is no deadline', () => {
    fc.assert(
      fc.property(tasks, days, fc.option(days), (task, today, since) => {
        if (since === null || task.end < since || task.end >= today || task.kind !== 'deadline')
          expect(isLate(task, today, since)).toBe(false);
        else
          expect(isLate(task, today, since)).toBe(
            !task.deleted && ['planned', 'started'].includes(task.status),
          );
      }),
    );
  });

  it('is nothing new for those who come later, and stays late until it is done', () => {
    fc.assert(
      fc.property(tasks, days, days, fc.nat(100), (task, today, since, more) => {
        if (isLate(task, today, addDays(since, more))) expect(isLate(task, today, since)).toBe(true);
        if (isLate(task, today, since)) expect(isLate(task, addDays(today, more), since)).toBe(true);
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { countyKeys } from '../../src/web/client/data/keys/county-keys.js';
import { cycleKeys, isSeenBy } from '../../src/web/client/data/keys/cycle-keys.js';
import { isOfCommentsIn, isOfTaskIn, taskKeys } from '../../src/web/client/data/keys/task-keys.js';
import { layout } from '../lint/page-rooms.js';

const CYCLE = '39-2026-2027';

it('keys are written in data/keys alone', () => {
  const written = layout()
    .files.filter((file) => /\.tsx?$/.test(file) && !file.startsWith('data/keys/'))
    .filter((file) =>
      /(?:query|mutation)Key\w*(?::| =) \[/.test(
        readFileSync(new URL(`../../src/web/client/${file}`, import.meta.url), 'utf8'),
      ),
    );
  expect(written).toEqual([]);
});

it('what is shown of a cycle is found by the keys that it is refreshed and moved by', () => {
  const asEdited = cycleKeys.part(CYCLE, 'view', { state: 'edited', seenBy: { unit: '39-1' } }, 'nb');
  for (const outer of [
    cycleKeys.any,
    cycleKeys.of(CYCLE),
    cycleKeys.views(CYCLE),
    cycleKeys.editedViews(CYCLE),
  ])
    expect(asEdited.slice(0, outer.length)).toEqual(outer);
  expect([isSeenBy(asEdited, '39-1'), isSeenBy(asEdited, null)]).toEqual([true, false]);
  expect(isSeenBy(cycleKeys.part(CYCLE, 'view', { state: 'edited', seenBy: {} }, 'nb'), null)).toBe(true);
  const rollover = cycleKeys.rollover(CYCLE, [], 'nb');
  expect(rollover.slice(0, 3)).toEqual(cycleKeys.rollovers(CYCLE));
});

it('what is shown of a task is found by its cycle, and its comments apart from the rest', () => {
  const [comments, edited] = [
    taskKeys.comments(`${CYCLE}-skole`),
    taskKeys.edited(`${CYCLE}-skole`, null, 'nb'),
  ];
  expect([comments, edited].map((key) => isOfTaskIn(key, CYCLE))).toEqual([true, true]);
  expect([comments, edited].map((key) => isOfCommentsIn(key, CYCLE))).toEqual([true, false]);
  expect(isOfTaskIn(comments, '39-2026-202')).toBe(false);
  expect(isOfTaskIn(cycleKeys.of(CYCLE), CYCLE)).toBe(false);
});

it('what is written of a county outdates what is fetched of it in any language', () => {
  expect(countyKeys.feedsIn('39', 'nn').slice(0, 2)).toEqual(countyKeys.feeds('39'));
  expect(countyKeys.laidOut('39', '2026/2027', 1, null).slice(0, 3)).toEqual(
    countyKeys.schoolYear('39', '2026/2027'),
  );
  expect(countyKeys.outbox({ county: '39' }).slice(0, 1)).toEqual(countyKeys.anyOutbox);
});

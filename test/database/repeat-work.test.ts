import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { repeatWork } from '../../src/database/repeat-work.js';

/** Work that begins when it is called and ends when it is let. */
function heldWork() {
  const held: (() => void)[] = [];
  let begun = 0;
  const work = () => {
    begun += 1;
    return new Promise<void>((resolve) => held.push(resolve));
  };
  return { work, begun: () => begun, end: () => held.shift()?.() };
}

const told = (error: unknown) => expect(error).toBeUndefined();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('work that repeats is not begun a second time before it has ended', async () => {
  const { work, begun, end } = heldWork();
  const stop = repeatWork(1, work, told);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun()).toBe(1);
  await vi.advanceTimersByTimeAsync(20);
  expect(begun()).toBe(1);
  end();
  await vi.advanceTimersByTimeAsync(1);
  expect(begun()).toBe(2);
  end();
  await stop();
});

it('work that repeats is waited for when it is ended, and not begun again', async () => {
  const { work, begun, end } = heldWork();
  const stop = repeatWork(1, work, told);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun()).toBe(1);
  let isStopped = false;
  const stopping = stop().then(() => {
    isStopped = true;
  });
  await vi.advanceTimersByTimeAsync(20);
  expect(isStopped).toBe(false);
  end();
  await stopping;
  await vi.advanceTimersByTimeAsync(20);
  expect(begun()).toBe(1);
});

it('work that repeats goes on after what has failed, which is told', async () => {
  const errors: unknown[] = [];
  let times = 0;
  const work = async () => {
    times += 1;
    if (times < 3) throw new Error(`time ${times}`);
  };
  const stop = repeatWork(1, work, (error) => errors.push(error));
  await vi.advanceTimersByTimeAsync(4);
  expect(times).toBe(4);
  await stop();
  expect(errors.map(String)).toEqual(['Error: time 1', 'Error: time 2']);
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inQuiet } from '../../src/web/client/data/live/in-quiet.js';

describe('work that is asked for often', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const counted = () => {
    const count = { is: 0 };
    const work = inQuiet(
      () => {
        count.is += 1;
      },
      { afterMs: 40, latestMs: 400 },
    );
    return { count, work };
  };

  it('is done once for twenty who ask in a row', () => {
    const { count, work } = counted();
    for (let asked = 0; asked < 20; asked += 1) {
      work.ask();
      vi.advanceTimersByTime(10);
    }
    expect(count.is).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(count.is).toBe(1);
  });

  it('is not put off for ever', () => {
    const { count, work } = counted();
    for (let asked = 0; asked < 100; asked += 1) {
      work.ask();
      vi.advanceTimersByTime(10);
    }
    expect(count.is).toBe(2);
  });

  it('is not done when nobody wants it any more', () => {
    const { count, work } = counted();
    work.ask();
    work.stop();
    vi.advanceTimersByTime(1_000);
    expect(count.is).toBe(0);
  });
});

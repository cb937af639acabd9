import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { catchingUp } from '../../src/web/client/data/live/catch-up.js';

const CYCLE = '39-2026-2027';

describe('catching up with a cycle', () => {
  let queries: QueryClient;
  let refreshed: number;
  let work: ReturnType<typeof catchingUp>;
  beforeEach(() => {
    vi.useFakeTimers();
    queries = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } });
    queries.setQueryData(['cycle', CYCLE, 'tasks'], { cycle: { revision: 1 } });
    refreshed = 0;
    work = catchingUp(queries, CYCLE, () => {
      refreshed += 1;
    });
  });
  afterEach(() => {
    work.stop();
    vi.useRealTimers();
  });

  /** A change that is on its way until it is ended. */
  const change = () => {
    let end = () => {};
    const done = new Promise<void>((resolve) => {
      end = resolve;
    });
    const mutation = queries.getMutationCache().build(queries, {
      mutationFn: () => done,
      networkMode: 'always',
      gcTime: Number.POSITIVE_INFINITY,
    });
    const sent = mutation.execute(undefined);
    return async () => {
      end();
      await sent;
    };
  };

  it('refreshes what is older than what was told, and nothing else', async () => {
    work.catchUpWith(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(refreshed).toBe(0);
    work.catchUpWith(2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(refreshed).toBe(1);
  });

  it('waits for a change of one’s own without polling', async () => {
    const end = change();
    work.catchUpWith(2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(refreshed).toBe(0);
    await end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(refreshed).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('needs no refreshing when the change has brought what was told', async () => {
    const end = change();
    work.catchUpWith(2);
    await vi.advanceTimersByTimeAsync(1_000);
    queries.setQueryData(['cycle', CYCLE, 'tasks'], { cycle: { revision: 2 } });
    await end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(refreshed).toBe(0);
  });

  it('does nothing any more once it is stopped', async () => {
    const end = change();
    work.catchUpWith(2);
    await vi.advanceTimersByTimeAsync(1_000);
    work.stop();
    await end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(refreshed).toBe(0);
  });
});

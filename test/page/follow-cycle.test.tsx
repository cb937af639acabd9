import { act } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import FollowCycle from '../../src/web/client/data/live/follow-cycle.js';
import { COORDINATOR, CYCLE, cycleView, show } from './shown.js';

/** A stream that tells what the test says. */
class Stream {
  static last: Stream | undefined;
  static readonly CLOSED = 2;
  static readonly OPEN = 1;
  readyState = 1;
  onmessage: ((event: { readonly data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  constructor() {
    Stream.last = this;
  }
  close(): void {}
  tell(event: object): void {
    this.onmessage?.({ data: JSON.stringify(event) });
  }
}

describe('following a cycle', () => {
  afterEach(() => void vi.useRealTimers());

  it('waits for a change that is on its way without asking again and again whether it has come', async () => {
    vi.stubGlobal('EventSource', Stream);
    const view = `GET /api/cycles/${CYCLE}/view`;
    const { queries, asked } = await show(<FollowCycle cycleId={CYCLE} />, {
      'GET /api/session': { body: COORDINATOR },
      [view]: { body: { ...cycleView, cycle: { ...cycleView.cycle, revision: 8 } } },
    });
    vi.useFakeTimers();
    const fetchView = vi.fn(async () => cycleView);
    await queries.fetchQuery({ queryKey: ['cycle', CYCLE, 'view'], queryFn: fetchView });
    let finish = () => {};
    const change = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const sent = queries
      .getMutationCache()
      .build(queries, { mutationFn: () => change })
      .execute(undefined);
    await vi.advanceTimersByTimeAsync(0);
    act(() => Stream.last?.tell({ kind: 'changed', revision: 8 }));
    const looks = vi.spyOn(queries, 'isMutating');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks.mock.calls.length).toBeLessThan(3);
    const refreshed = vi.spyOn(queries, 'invalidateQueries');
    finish();
    await sent;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(refreshed).toHaveBeenCalledWith({ queryKey: ['cycle', CYCLE] });
    expect(asked.length).toBeLessThan(5);
  });
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Job } from '../../src/workers/serve-jobs.js';
import { type PoolOptions, WorkerPool } from '../../src/workers/worker-pool.js';

type TestJobs = {
  readonly double: Job<number, number>;
  readonly told: Job<null, unknown>;
  readonly settings: Job<null, string[]>;
  readonly sizeOf: Job<{ readonly bytes: Uint8Array }, number>;
  readonly never: Job<null, never>;
  readonly fill: Job<null, never>;
  readonly leave: Job<null, never>;
  readonly fail: Job<null, never>;
  readonly count: Job<number, AsyncGenerator<number>>;
  readonly sum: Job<number, AsyncGenerator<undefined, number, number | undefined>>;
  readonly made: Job<number, { readonly bytes: Uint8Array }>;
  readonly leftOfMade: Job<null, number>;
  readonly waitFor: Job<{ readonly flag: Int32Array }, number>;
};

describe('a pool of threads', () => {
  let pool: WorkerPool<TestJobs>;

  const poolWith = (options: Partial<PoolOptions> = {}) => {
    pool = new WorkerPool<TestJobs>({
      entry: new URL('./test-jobs.js', import.meta.url),
      data: 'what it is told',
      memory: 32,
      threads: 1,
      mostWaiting: 2,
      longestWaitMs: 60_000,
      deadlineMs: 3_600_000,
      ...options,
    });
    return pool;
  };

  /** A job that is under way until it is let go. */
  const heldJob = () => {
    const flag = new Int32Array(new SharedArrayBuffer(4));
    const result = pool.run('waitFor', { flag });
    const letGo = () => {
      Atomics.store(flag, 0, 7);
      Atomics.notify(flag, 0);
    };
    return { result, letGo };
  };

  afterEach(async () => {
    vi.useRealTimers();
    await pool.close();
  });

  test('gives back what a job makes', async () => {
    poolWith();
    expect(await pool.run('double', 21)).toBe(42);
    expect(await pool.run('told', null)).toBe('what it is told');
  });

  test('hands no setting to a thread', async () => {
    expect(await poolWith().run('settings', null)).toEqual([]);
  });

  test('hands bytes over instead of copying them', async () => {
    const bytes = new Uint8Array(1000);
    expect(await poolWith().run('sizeOf', { bytes }, [bytes.buffer])).toBe(1000);
    expect(bytes.byteLength).toBe(0);
  });

  test('throws what a job throws, and goes on', async () => {
    poolWith();
    await expect(pool.run('fail', null)).rejects.toThrow(new RangeError('no such thing'));
    expect(await pool.run('double', 2)).toBe(4);
  });

  test('ends a job that passes its deadline, and goes on with another thread', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    poolWith({ deadlineMs: 300 });
    const late = expect(pool.run('never', null)).rejects.toMatchObject({ code: 'took-too-long' });
    while (vi.getTimerCount() === 0) await new Promise(setImmediate);
    vi.advanceTimersByTime(300);
    await late;
    expect(await pool.run('double', 2)).toBe(4);
  });

  test.for(['fill', 'leave'] as const)('goes on when a thread dies of the job %s', async (job) => {
    poolWith();
    await expect(pool.run(job, null)).rejects.toMatchObject({ code: 'needs-too-much-memory' });
    expect(await pool.run('double', 2)).toBe(4);
  });

  test('does what waits in turn, and refuses what would wait beyond that', async () => {
    poolWith();
    const held = heldJob();
    const waiting = [pool.run('double', 1), pool.run('double', 2)];
    await expect(pool.run('double', 3)).rejects.toMatchObject({ code: 'busy' });
    held.letGo();
    expect(await held.result).toBe(7);
    expect(await Promise.all(waiting)).toEqual([2, 4]);
    expect(await pool.run('double', 4)).toBe(8);
  });

  test('puts an input together when there is a thread for it, and none for what it refuses', async () => {
    poolWith({ mostWaiting: 1 });
    const made: number[] = [];
    const inputOf = (input: number) => async () => {
      made.push(input);
      return input;
    };
    const held = heldJob();
    const waiting = pool.runWith('double', inputOf(1));
    await expect(pool.runWith('double', inputOf(2))).rejects.toMatchObject({ code: 'busy' });
    expect(made).toEqual([]);
    held.letGo();
    await held.result;
    expect(await waiting).toBe(2);
    expect(made).toEqual([1]);
    await expect(pool.runWith('double', () => Promise.reject(new RangeError('no input')))).rejects.toThrow(
      new RangeError('no input'),
    );
    expect(await pool.run('double', 3)).toBe(6);
  });

  test('refuses what has waited for too long, and does the rest in turn', async () => {
    poolWith({ longestWaitMs: 50 });
    const held = heldJob();
    await expect(pool.run('double', 1)).rejects.toMatchObject({ code: 'busy' });
    held.letGo();
    expect(await held.result).toBe(7);
    expect(await pool.run('double', 2)).toBe(4);
  });

  test('does as many jobs at once as it has threads', async () => {
    poolWith({ threads: 2 });
    const held = heldJob();
    expect(await pool.run('double', 5)).toBe(10);
    held.letGo();
    expect(await held.result).toBe(7);
  });

  test('gives the parts of a job one by one', async () => {
    const parts: number[] = [];
    for await (const part of poolWith().parts('count', 3)) parts.push(part);
    expect(parts).toEqual([1, 2, 3]);
    expect(await pool.run('double', 2)).toBe(4);
  });

  test('goes on when the parts of a job are left before the last', async () => {
    poolWith();
    for await (const part of pool.parts('count', 1_000_000)) if (part === 2) break;
    expect(await pool.run('double', 2)).toBe(4);
  });

  test('hands parts over to a job one by one, and gives back what it makes of them', async () => {
    poolWith();
    const sum = pool.runOver('sum', 1, async (give) => {
      for (const part of [2, 3, 4]) await give(part);
    });
    expect(await sum).toBe(10);
    expect(await pool.run('double', 2)).toBe(4);
  });

  test('throws what kept the parts of a job from being handed over, and goes on', async () => {
    poolWith();
    const failed = pool.runOver('sum', 1, async (give) => {
      await give(2);
      throw new RangeError('there is no more');
    });
    await expect(failed).rejects.toThrow(new RangeError('there is no more'));
    expect(await pool.runOver('sum', 5, async () => undefined)).toBe(5);
  });

  test('is handed the bytes that a job has made, and copies none', async () => {
    poolWith();
    expect((await pool.run('made', 1000)).bytes.byteLength).toBe(1000);
    expect(await pool.run('leftOfMade', null)).toBe(0);
  });

  test('is closed while jobs are under way and waiting: both are told so', async () => {
    poolWith();
    await pool.run('double', 1);
    const held = heldJob();
    const waiting = pool.run('double', 1);
    const told = Promise.allSettled([held.result, waiting]);
    await pool.close();
    const codes = (await told).map((result) => result.status === 'rejected' && result.reason.code);
    expect(codes).toEqual(['closed', 'closed']);
    await expect(pool.run('double', 1)).rejects.toMatchObject({ code: 'closed' });
  });
});

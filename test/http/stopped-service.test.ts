import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { startTestService } from './test-service.js';

const folder = mkdtempSync(join(tmpdir(), 'arshjul-'));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Collects what nothing holds any more, also what is freed only by what runs after a collection. */
async function settle(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await setImmediate();
    collectGarbage();
  }
}

/** Starts a service, asks it something, and stops it; returns its clock, which all of its parts hold, weakly. */
async function startAndStop(): Promise<WeakRef<() => unknown>> {
  const now = () => instant('2026-11-24T10:00:00Z');
  const service = await startTestService(join(folder, 'test.sqlite'), { now });
  await (await fetch(`${service.url}/api/cycles`)).text();
  await (await fetch(`${service.url}/metrics`)).text();
  await service.stop();
  return new WeakRef(now);
}

async function startAndStopTimes(times: number): Promise<WeakRef<() => unknown>[]> {
  const clocks = [];
  for (let n = 0; n < times; n += 1) clocks.push(await startAndStop());
  await settle();
  return clocks;
}

const bytesUsed = () => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

describe('services that have been started and stopped in one process', () => {
  let clocks: readonly WeakRef<() => unknown>[];
  let grown: number;
  beforeAll(async () => {
    // The first ones load what all of them share.
    const first = await startAndStopTimes(4);
    const before = bytesUsed();
    clocks = [...first, ...(await startAndStopTimes(8))];
    grown = bytesUsed() - before;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are freed, each of them', () => {
    expect(clocks.filter((clock) => clock.deref() !== undefined)).toEqual([]);
  });

  it('leave the heap as large as it was', () => {
    // Each holds 4 MB while it runs.
    expect(grown / 8 / 2 ** 20).toBeLessThan(0.5);
  });
});

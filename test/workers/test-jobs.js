import { workerData } from 'node:worker_threads';
import { handingOver, serveJobs } from '../../dist/workers/serve-jobs.js';

let made;

// What a pool's threads are tested with: jobs that behave, and jobs that do not.
serveJobs({
  double: (number) => number * 2,
  told: () => workerData,
  settings: () => Object.keys(process.env),
  sizeOf: ({ bytes }) => bytes.byteLength,
  never: () => {
    for (;;);
  },
  fill: () => {
    const kept = [];
    for (;;) kept.push(new Array(100_000).fill(kept.length));
  },
  leave: () => process.exit(0),
  fail: () => {
    throw new RangeError('no such thing');
  },
  count: async function* (to) {
    for (let number = 1; number <= to; number += 1) yield number;
  },
  sum: async function* (start) {
    let sum = start;
    for (let part = yield; part !== undefined; part = yield) sum += part;
    return sum;
  },
  made: (length) => {
    const bytes = new Uint8Array(length);
    made = bytes;
    return handingOver({ bytes }, bytes.buffer);
  },
  leftOfMade: () => made.byteLength,
  waitFor: ({ flag }) => {
    Atomics.wait(flag, 0, 0);
    return Atomics.load(flag, 0);
  },
});

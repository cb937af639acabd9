import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { WatchdogData } from './watchdog.js';

const { beats, tickMs, ticks, line } = workerData as WatchdogData;

let seen = Atomics.load(beats, 0);
let missed = 0;

// A machine that sleeps has no ticks: the time that it slept is not held against the main thread.
setInterval(() => {
  const now = Atomics.load(beats, 0);
  missed = now === seen ? missed + 1 : 0;
  seen = now;
  if (missed < ticks) return;
  try {
    // Output that Node writes in a thread goes through the main thread, which is blocked.
    writeSync(2, `${JSON.stringify({ ...line, time: Date.now() })}\n`);
  } finally {
    process.kill(process.pid, 'SIGKILL');
  }
}, tickMs);

import { hostname } from 'node:os';
import { Worker } from 'node:worker_threads';
import { builtModule } from './built-module.js';

/** What the thread of a watchdog is told. */
export interface WatchdogData {
  /** One number, which the main thread raises. */
  readonly beats: Int32Array;
  readonly tickMs: number;
  /** After so many ticks without a beat the process is ended. */
  readonly ticks: number;
  /** What it then writes, as the log's lines are written. */
  readonly line: Readonly<Record<string, unknown>>;
}

/** How often the thread looks, and the main thread beats twice as often. */
const TICK_MS = 1000;

/** The level of a log's line that says why a process ends, as pino numbers it. */
const FATAL = 60;

/**
 * Watches over the main thread from another: when it has been held up for so many seconds, a line in the log says so and the
 * process ends, so that whoever keeps it running starts it again. Returns what ends the watch; the watch keeps no process
 * from ending by itself. `onError` is told when the watch itself fails.
 */
export function watchMainThread(seconds: number, onError: (error: unknown) => void): () => Promise<void> {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const data: WatchdogData = {
    beats,
    tickMs: TICK_MS,
    ticks: Math.ceil((seconds * 1000) / TICK_MS),
    line: {
      level: FATAL,
      pid: process.pid,
      hostname: hostname(),
      msg: `the main thread has been blocked for ${seconds} s; the process exits, to be restarted`,
    },
  };
  const beat = setInterval(() => Atomics.add(beats, 0, 1), TICK_MS / 2);
  beat.unref();
  const thread = new Worker(builtModule('workers/watchdog-thread'), {
    workerData: data,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
  });
  thread.on('error', onError);
  thread.unref();
  return async () => {
    clearInterval(beat);
    await thread.terminate();
  };
}

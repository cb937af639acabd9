import { hostname } from 'node:os';
import { Worker } from 'node:worker_threads';
import { builtModule } from './built-module.js';

/** The data given to the watchdog's thread. */
export interface WatchdogData {
  /** One number, which the main thread raises. */
  readonly beats: Int32Array;
  readonly tickMs: number;
  /** The number of ticks without a heartbeat after which the process is ended. */
  readonly ticks: number;
  /** The log line that it then writes. */
  readonly line: Readonly<Record<string, unknown>>;
}

/** How often the thread checks; the main thread's heartbeat is twice as often. */
const TICK_MS = 1000;

/** pino's level of the log line that says why the process ends. */
const FATAL = 60;

/**
 * Watches the main thread from another thread: when it has been blocked for this many seconds, a log line says so and the
 * process ends, so that its supervisor restarts it. Returns how to stop the watchdog, which does not itself keep the process
 * running. `onError` is called when the watchdog fails.
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

import { type TransferListItem, Worker } from 'node:worker_threads';
import { type Order, READY, type Reply } from './messages.js';
import { WorkerFailure } from './worker-failure.js';

export interface ThreadOptions {
  /** The module that a thread begins with; it calls serveJobs. */
  readonly entry: URL;
  /** The data passed to that module. */
  readonly data: unknown;
  /** The largest heap of the thread, in MB. */
  readonly memory: number;
}

/** The call stack in MB, as much as the main thread has: what nests too deep fails as an error, not as a crash. */
const STACK = 4;

/** For what is short-lived, in MB: more is faster by little, and is not given back. */
const YOUNG = 16;

/** One thread of a pool. It does one job at a time, and is terminated when it does not reply. */
export class WorkerThread {
  readonly #worker: Worker;
  /** Resolves when it has ended. */
  readonly exited: Promise<void>;
  /** Settles what is waited for: that the thread is ready, or its reply to an order. */
  #waiting: { resolve(message: unknown): void; reject(error: unknown): void } | undefined;
  #isUsable = true;
  /** The error that ended the thread, as reported by Node. */
  #cause: unknown;

  constructor({ entry, data, memory }: ThreadOptions) {
    this.#worker = new Worker(entry, {
      workerData: data,
      // No thread needs a setting, and what reads a hostile file should hold no secret.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG, stackSizeMb: STACK },
    });
    this.#worker.on('message', (message) => this.#settle()?.resolve(message));
    this.#worker.on('messageerror', (error) => this.#settle()?.reject(error));
    this.#worker.on('error', (error) => {
      this.#cause = error;
    });
    this.exited = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        this.#isUsable = false;
        this.#settle()?.reject(new WorkerFailure('needs-too-much-memory', { cause: this.#cause }));
        resolve();
      });
    });
  }

  /** False once it ends, by itself or by order: it can do no further job. */
  get isUsable(): boolean {
    return this.#isUsable;
  }

  /** Resolves when its modules are loaded; throws what kept it from that. */
  async ready(): Promise<void> {
    try {
      if ((await this.#message()) !== READY) throw new Error('a pool thread must start with serveJobs');
    } catch (error) {
      throw error instanceof WorkerFailure && this.#cause !== undefined ? this.#cause : error;
    }
    this.#worker.unref();
  }

  /**
   * Gives an order and resolves with its reply. Throws WorkerFailure when the thread dies of it, or when it takes longer
   * than the deadline: the thread is then ended. Throws what the job threw.
   */
  async ask(
    order: Order,
    deadlineMs: number,
    transfer: readonly TransferListItem[] = [],
  ): Promise<Exclude<Reply, { kind: 'failed' }>> {
    const late = setTimeout(() => {
      this.#settle()?.reject(new WorkerFailure('took-too-long'));
      void this.end();
    }, deadlineMs);
    try {
      const message = this.#message();
      this.#worker.postMessage(order, transfer);
      const reply = (await message) as Reply;
      if (reply.kind === 'failed') throw reply.error;
      return reply;
    } finally {
      clearTimeout(late);
    }
  }

  /** Ends the thread, whatever it does; resolves when it has ended. */
  async end(): Promise<void> {
    this.#isUsable = false;
    await this.#worker.terminate();
    await this.exited;
  }

  #message(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  #settle() {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting;
  }
}

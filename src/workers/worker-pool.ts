import type { TransferListItem } from 'node:worker_threads';
import { NEXT } from './messages.js';
import type { Job } from './serve-jobs.js';
import { WorkerFailure } from './worker-failure.js';
import { type ThreadOptions, WorkerThread } from './worker-thread.js';

export interface PoolOptions extends ThreadOptions {
  /** How many threads there are at most; each is started when it is first needed. */
  readonly threads: number;
  /** The most jobs that may wait for a thread; further ones are refused. */
  readonly mostWaiting: number;
  /** How long a job may wait for a thread, in milliseconds; then it is refused, before its caller gives up. */
  readonly longestWaitMs: number;
  /** How long a thread may work before it replies, in milliseconds, counted from when it begins the job. */
  readonly deadlineMs: number;
}

type Jobs = { readonly [name: string]: Job };

type Input<J extends Jobs, N extends keyof J> = Parameters<J[N]>[0];

type Output<J extends Jobs, N extends keyof J> = Awaited<ReturnType<J[N]>>;

type PartOf<Made> = Made extends AsyncGenerator<infer Part> ? Part : never;

/** What a job takes in after its input, and what it makes in the end. */
type TakenIn<Made> =
  Made extends AsyncGenerator<unknown, unknown, infer Part> ? Exclude<Part, undefined> : never;
type MadeOf<Made> = Made extends AsyncGenerator<unknown, infer Value, never> ? Value : never;

/** The longest time that an idle thread is kept after a job. */
const KEPT_IDLE_MS = 30_000;

/**
 * Threads that do what must not hold up the main one: reading files from outside, drawing. Each has a limit of memory and a
 * deadline; one that passes either is ended, and another started when there is work for it.
 */
export class WorkerPool<J extends Jobs> {
  readonly #idle: WorkerThread[] = [];
  readonly #threads = new Set<WorkerThread>();
  readonly #waiting: { begin(): void; refuse(error: WorkerFailure): void }[] = [];
  #busy = 0;
  #isClosed = false;

  constructor(readonly options: PoolOptions) {}

  /**
   * The value that a job makes. `transfer` names the buffers of its input that are handed over, not copied.
   * Throws WorkerFailure, or what the job threw.
   */
  run<N extends string & keyof J>(
    job: N,
    input: Input<J, N>,
    transfer?: readonly TransferListItem[],
  ): Promise<Output<J, N>> {
    return this.runWith(job, async () => input, transfer);
  }

  /**
   * The same for an input that is put together once a thread is free for the job: nothing is spent on a job that is refused,
   * and nothing is kept for one that waits. Throws as `run` does, and what putting it together throws.
   */
  async runWith<N extends string & keyof J>(
    job: N,
    inputOf: () => Promise<Input<J, N>>,
    transfer?: readonly TransferListItem[],
  ): Promise<Output<J, N>> {
    const thread = await this.#take();
    try {
      const input = await inputOf();
      const { value } = await thread.ask({ job, input }, this.options.deadlineMs, transfer);
      return value as Output<J, N>;
    } catch (error) {
      throw this.#reasonOf(error);
    } finally {
      this.#giveBack(thread);
    }
  }

  /**
   * The parts that a job makes, each asked for when the one before has been used, so that the main thread takes them in a
   * little at a time. Throws as `run` does.
   */
  async *parts<N extends string & keyof J>(
    job: N,
    input: Input<J, N>,
    transfer?: readonly TransferListItem[],
  ): AsyncGenerator<PartOf<Output<J, N>>, void> {
    const thread = await this.#take();
    let isDone = false;
    try {
      let reply = await thread.ask({ job, input }, this.options.deadlineMs, transfer);
      while (reply.kind === 'part') {
        yield reply.value as PartOf<Output<J, N>>;
        reply = await thread.ask(NEXT, this.options.deadlineMs);
      }
      isDone = true;
    } catch (error) {
      throw this.#reasonOf(error);
    } finally {
      if (!isDone) await this.#leave(thread);
      this.#giveBack(thread);
    }
  }

  /**
   * The value that a job makes of parts, each handed over once the job has taken in the one before, so that the main thread
   * never holds them all. `handOver` is called once a thread is free. Throws as `runWith` does.
   */
  async runOver<N extends string & keyof J>(
    job: N,
    input: Input<J, N>,
    handOver: (give: (part: TakenIn<Output<J, N>>) => Promise<void>) => Promise<void>,
  ): Promise<MadeOf<Output<J, N>>> {
    const thread = await this.#take();
    let isDone = false;
    try {
      await thread.ask({ job, input }, this.options.deadlineMs);
      await handOver(async (part) => {
        await thread.ask({ next: part }, this.options.deadlineMs);
      });
      const { value } = await thread.ask(NEXT, this.options.deadlineMs);
      isDone = true;
      return value as MadeOf<Output<J, N>>;
    } catch (error) {
      throw this.#reasonOf(error);
    } finally {
      if (!isDone) await this.#leave(thread);
      this.#giveBack(thread);
    }
  }

  /** Ends all threads, whatever they do; resolves when they have ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { refuse } of this.#waiting.splice(0)) refuse(new WorkerFailure('closed'));
    await Promise.all([...this.#threads].map((thread) => thread.end()));
  }

  /** Has a thread end a job that waits to go on. */
  async #leave(thread: WorkerThread): Promise<void> {
    if (thread.isUsable) await thread.ask('leave', this.options.deadlineMs).catch(() => thread.end());
  }

  /** A thread that is ready to begin, once it is this job's turn. */
  async #take(): Promise<WorkerThread> {
    if (this.#isClosed) throw new WorkerFailure('closed');
    if (this.#busy < this.options.threads) this.#busy += 1;
    else {
      if (this.#waiting.length >= this.options.mostWaiting) throw new WorkerFailure('busy');
      await this.#turn();
    }
    const idle = this.#idle.pop();
    if (idle?.isUsable) return idle;
    const thread = new WorkerThread(this.options);
    this.#threads.add(thread);
    void thread.exited.then(() => this.#threads.delete(thread));
    try {
      await thread.ready();
      return thread;
    } catch (error) {
      await thread.end();
      this.#giveBack(thread);
      throw this.#reasonOf(error);
    }
  }

  /** Waits until a thread is free. Throws WorkerFailure `busy` when that takes too long, `closed` when the pool is closed. */
  async #turn(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const turn = new Promise<void>((begin, refuse) => {
      const waiting = { begin, refuse };
      this.#waiting.push(waiting);
      timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        refuse(new WorkerFailure('busy'));
      }, this.options.longestWaitMs);
    });
    await turn.finally(() => clearTimeout(timer));
  }

  #giveBack(thread: WorkerThread): void {
    if (thread.isUsable) this.#keep(thread);
    const next = this.#waiting.shift();
    if (next) next.begin();
    else this.#busy -= 1;
  }

  /** Keeps a thread for the next job for a while; it holds its loaded modules and the heap it has grown. */
  #keep(thread: WorkerThread): void {
    this.#idle.push(thread);
    setTimeout(() => {
      const at = this.#idle.indexOf(thread);
      if (at !== -1) void this.#idle.splice(at, 1)[0]?.end();
    }, KEPT_IDLE_MS).unref();
  }

  /** Why a job ended: a thread that close() has ended did not fail because of its job. */
  #reasonOf(error: unknown): unknown {
    return this.#isClosed && error instanceof WorkerFailure
      ? new WorkerFailure('closed', { cause: error })
      : error;
  }
}

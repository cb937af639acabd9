import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
import { parentPort, type TransferListItem } from 'node:worker_threads';
import { type Order, READY, type Reply } from './messages.js';

/**
 * Work that a thread does: a value from a value, a value in parts, each made when it is asked for, or a value from a value and
 * parts, each taken in when it is handed over.
 */
export type Job<Input = never, Output = unknown> = (input: Input) => Output | Promise<Output>;

/** Does the jobs of a pool, in one of its threads. Called once by the module that the threads begin with. */
export function serveJobs(jobs: Readonly<Record<string, Job>>): void {
  const port = parentPort;
  if (!port) throw new Error('jobs can be served only in a pool thread');
  let parts: AsyncGenerator | undefined;
  const replyTo = async (order: Order): Promise<Reply> => {
    if (order === 'leave') {
      await parts?.return(undefined);
      return { kind: 'done', value: undefined };
    }
    if ('job' in order) {
      const job = jobs[order.job];
      if (!job) throw new Error(`${order.job} is not a known job`);
      const made = await job(order.input as never);
      if (!isInParts(made)) return { kind: 'done', value: made };
      parts = made;
    }
    const part = 'next' in order ? order.next : undefined;
    const { done, value } = (await parts?.next(part)) ?? { done: true, value: undefined };
    return { kind: done ? 'done' : 'part', value };
  };
  port.on('message', (order: Order) => {
    replyTo(order)
      .catch((error: unknown): Reply => ({ kind: 'failed', error }))
      .then((reply) => port.postMessage(reply, 'value' in reply ? handedOverWith(reply.value) : []));
  });
  goBehindTheMainThread();
  port.postMessage(READY);
}

const handedOver = new WeakMap<object, readonly TransferListItem[]>();

/** The value of a job, whose buffers named here are handed over to the main thread, not copied by it. */
export function handingOver<T extends object>(value: T, ...buffers: readonly TransferListItem[]): T {
  handedOver.set(value, buffers);
  return value;
}

function handedOverWith(value: unknown): readonly TransferListItem[] {
  return (typeof value === 'object' && value !== null && handedOver.get(value)) || [];
}

/** How far behind, by the measure of nice(1). */
const BEHIND = 10;

/** Lets the main thread go first where processors are short. Linux alone has a priority for each thread. */
function goBehindTheMainThread(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), BEHIND);
  } catch {
    // Elsewhere all threads are equal.
  }
}

function isInParts(made: unknown): made is AsyncGenerator {
  return typeof made === 'object' && made !== null && Symbol.asyncIterator in made;
}

/** Why work that was given to a thread has no result. */
export type WorkerFailureCode = 'took-too-long' | 'needs-too-much-memory' | 'busy' | 'closed';

const SENTENCES: Readonly<Record<WorkerFailureCode, string>> = {
  'took-too-long': 'the work took too long and was stopped',
  'needs-too-much-memory': 'the work needs too much memory and was stopped',
  busy: 'too many jobs are waiting for a thread',
  closed: 'the threads have been ended',
};

/** Work given to a thread was stopped, or never begun. The threads themselves go on. */
export class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure';

  constructor(
    readonly code: WorkerFailureCode,
    options?: ErrorOptions,
  ) {
    super(SENTENCES[code], options);
  }
}

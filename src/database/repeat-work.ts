/**
 * Repeats work on the database while the service runs, never twice at once; failures are reported and retried. Returns how
 * to stop it, which waits for the work in progress, so that the database can be closed next.
 */
export function repeatWork(
  everyMs: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= work()
      .catch(onError)
      .finally(() => {
        running = undefined;
      });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/**
 * Does work on the database again and again while the service runs, never twice at once; what fails is told and tried
 * again. Answers what ends it: that waits for what has begun, so that the database can be closed next.
 */
export function repeating(
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

/** How long to wait before doing the work. */
export interface Quiet {
  /** The work runs when nothing has asked for it for this long. */
  readonly afterMs: number;
  /** The work runs after this long at the latest, however often it is asked for. */
  readonly latestMs: number;
}

/** Work that is asked for often and done once for all who asked. */
export interface QuietWork {
  readonly ask: () => void;
  readonly stop: () => void;
}

/** Debounces work with a longest wait, so that twenty changes in a row cause one refresh. */
export function inQuiet(work: () => void, { afterMs, latestMs }: Quiet): QuietWork {
  let soon: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(soon);
    clearTimeout(latest);
    latest = undefined;
  };
  const run = () => {
    stop();
    work();
  };
  return {
    ask: () => {
      clearTimeout(soon);
      soon = setTimeout(run, afterMs);
      latest ??= setTimeout(run, latestMs);
    },
    stop,
  };
}

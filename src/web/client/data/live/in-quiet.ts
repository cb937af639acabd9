/** How often something is done at most. */
export interface Quiet {
  /** Done when it has not been asked for again for so long. */
  readonly afterMs: number;
  /** Done after so long at the latest, however often it is asked for. */
  readonly latestMs: number;
}

/** Work that is asked for often and done once for all who have asked. */
export interface QuietWork {
  readonly ask: () => void;
  readonly stop: () => void;
}

/** Puts off what is asked for until it is quiet, so that twenty changes in a row are looked at once. */
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

import type { HistoryEntry } from '../../src/cycle/history/history-view.js';

/** Every revision of a cycle, newest first, read page by page. */
export async function wholeHistory(
  read: (path: string) => Promise<HistoryEntry[]>,
  cycle: string,
): Promise<HistoryEntry[]> {
  const pages: HistoryEntry[][] = [];
  for (let before = ''; ; before = `&before=${pages.at(-1)?.at(-1)?.revision}`) {
    const page = await read(`/api/cycles/${cycle}/history?limit=500${before}`);
    if (page.length === 0) return pages.flat();
    pages.push(page);
  }
}

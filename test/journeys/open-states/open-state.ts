import type { BrowserContext, Page } from 'playwright-core';
import { CYCLE, type Journey, type PersonName } from '../journey.js';

/** A dialog, a menu, an error or the like on a page for editing, with its name and how to open it. */
export interface OpenState {
  readonly name: string;
  /** Whose page it is; kari's, the coordinator of the county, unless it says so. */
  readonly who?: PersonName;
  readonly open: (opening: Opening) => Promise<unknown>;
  /** What the browser logs to its console on the way there, such as that a request was refused. */
  readonly consoleMessage?: string;
}

/** What it takes to open something: the page of the person, and the service behind it. */
export interface Opening extends Pick<Journey, 'call' | 'database'> {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly goTo: (path: string) => Promise<void>;
}

/** A title with a word that no phone has room for in one line. */
export const LONG_TITLE = 'Møte om lærekandidatkvalifiseringsprogrammeringsgruppa';

/** A new task of the county, or of a unit. */
export async function newTask({ call }: Pick<Journey, 'call'>, layer = '39'): Promise<string> {
  const { body } = await call('post', `/api/cycles/${CYCLE}/tasks`, {
    title: LONG_TITLE,
    kind: 'activity',
    phase: 'oppstart-vg1',
    category: 'koordinering',
    actor: 'school',
    start: '2026-12-01',
    layer,
  });
  return body.id;
}

export const fileOf = (name: string, ...lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

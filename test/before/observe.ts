import {
  exchangesOf,
  GENERATED,
  helpOfAll,
  type Observed,
  onCopy,
  operationsOf,
  printedBy,
  type ServedFeed,
  sentMails,
  servedAt,
} from './observed.js';
import { readsOf, undosOf } from './questions.js';
import type { Told } from './story.js';

/** Observes the version that runs on copies of the database of the story: reading, undoing and sending each have their own. */
export async function observe(database: Buffer, told: Told): Promise<Observed> {
  const reading = await onCopy(database, async (mailing) => {
    const operations = await operationsOf(mailing);
    const reads = await exchangesOf(mailing, told, await readsOf(mailing, operations, told));
    const feeds: Record<string, ServedFeed> = {};
    for (const [name, path] of Object.entries(told.feeds)) feeds[name] = await servedAt(mailing, path);
    return { operations, reads, feeds };
  });
  const undos = await onCopy(database, (mailing) => exchangesOf(mailing, told, undosOf(told)));
  const mails = await onCopy(database, sentMails);
  const generated: Record<string, string> = {};
  for (const [name, args] of Object.entries(GENERATED)) generated[name] = await printedBy(args);
  return { told, ...reading, undos, mails, help: await helpOfAll(), generated };
}

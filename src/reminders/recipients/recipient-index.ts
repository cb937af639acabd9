import { filterTasks, type PublishedEntries } from '../../task/filter/task-filter.js';
import { isResponsible, type SeenTask, seenByUnit, takesPart } from '../../task/unit-view.js';
import type { Recipient } from './recipient.js';

/** Recipients of one unit with the same choices: the same tasks are theirs at the same times. */
export interface RecipientGroup {
  /** Identifies how and how long before the group is reminded. */
  readonly leads: string;
  readonly recipients: readonly [Recipient, ...Recipient[]];
}

/** The recipients of a county, grouped once for any number of runs. */
export interface RecipientIndex {
  readonly groups: readonly RecipientGroup[];
  readonly byKey: ReadonlyMap<string, Recipient>;
  /** The group of each recipient, by key. */
  readonly groupOf: ReadonlyMap<string, RecipientGroup>;
  /** Ids of the units that have an address of their own. */
  readonly withAddress: ReadonlySet<string>;
  readonly hasCoordinator: boolean;
}

export function indexRecipients(recipients: readonly Recipient[]): RecipientIndex {
  const groups = new Map<string, RecipientGroup & { recipients: Recipient[] }>();
  for (const recipient of recipients) {
    const { unit, reminders, leadTimes, follows, followed, language } = recipient;
    const leads = reminders === 'each-task' ? JSON.stringify(leadTimes) : reminders;
    const key = JSON.stringify([unit.id, leads, follows, followed, followed?.text && language]);
    const group = groups.get(key);
    if (group) group.recipients.push(recipient);
    else groups.set(key, { leads, recipients: [recipient] });
  }
  const grouped: readonly RecipientGroup[] = [...groups.values()];
  return {
    groups: grouped,
    groupOf: new Map(grouped.flatMap((group) => group.recipients.map(({ key }) => [key, group] as const))),
    byKey: new Map(recipients.map((recipient) => [recipient.key, recipient])),
    withAddress: new Set(recipients.filter(({ key }) => key.startsWith('unit:')).map(({ unit }) => unit.id)),
    hasCoordinator: recipients.some(({ isCoordinator }) => isCoordinator),
  };
}

/** A task of a group, and whether its unit is to do it or takes part in it otherwise. */
export interface GroupTask {
  readonly seen: SeenTask;
  readonly isResponsible: boolean;
}

/**
 * Gives each group its tasks, as its unit sees them: those it is to do, those in which it is a partner, and those that
 * are followed. Units of a kind without anything of their own share their tasks.
 */
export function groupTasksOf(published: PublishedEntries): (group: RecipientGroup) => readonly GroupTask[] {
  const { county, tasks, adjustments } = published;
  const withOwn = new Set([
    ...adjustments.map(({ layer }) => layer),
    ...tasks.flatMap(({ layer, unitId }) => [layer, ...(unitId === null ? [] : [unitId])]),
  ]);
  const shared = new Map<string, readonly GroupTask[]>();
  return ({ recipients: [{ unit, follows, followed, language }] }) => {
    const isPlain = !withOwn.has(unit.id) && follows.length === 0 && followed === null;
    const key = `${unit.kind} ${unit.partner ?? ''} ${unit.route ?? ''}`;
    const known = isPlain ? shared.get(key) : undefined;
    if (known) return known;
    const picked = new Set(
      followed === null ? [] : filterTasks(published, followed, language).map(({ common }) => common.id),
    );
    const own = seenByUnit(tasks, adjustments, unit, county).flatMap((seen): GroupTask[] => {
      const { task, adjustment } = seen;
      const isTheirs = isResponsible(task, unit);
      const isPartner = task.kind === 'cooperation' && takesPart(task, unit);
      const isFollowed = follows.includes(task.id) || picked.has(task.id);
      if (adjustment?.hidden || !(isTheirs || isPartner || isFollowed)) return [];
      return [{ seen, isResponsible: isTheirs }];
    });
    if (isPlain) shared.set(key, own);
    return own;
  };
}

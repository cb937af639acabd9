import { z } from 'zod';
import { inLanguage } from '../../language/text.js';
import type { Caller } from '../../routing/caller.js';
import { type Entry, isAdjustment, taskIdOf } from '../../task/entry.js';
import { mayChange } from '../../task/layer.js';
import { ACTIONS, changedFields, type Revision } from '../history.js';
import {
  CHANGE_KINDS,
  type ChangeNames,
  changeInWords,
  changeKindOf,
  fieldInWordsSchema,
} from './change-in-words.js';

/** One revision as the API shows it: what changed, before and after. */
export const historyEntrySchema = z
  .object({
    revision: z.int(),
    at: z.string().meta({ format: 'date-time' }),
    who: z.string(),
    action: z.enum(ACTIONS),
    takesBack: z
      .int()
      .nullable()
      .meta({ description: 'The revision whose effect an undo or redo takes back' }),
    message: z.string().nullable().meta({ description: 'The message sent with a publication' }),
    isTakenBack: z.boolean().meta({ description: 'Whether its own effect has been taken back since' }),
    mayUndo: z.boolean().meta({
      description:
        'Whether the caller may take it back; whether a later change depends on it is checked only when it is tried',
    }),
    changes: z.array(
      z.object({
        taskId: z.string(),
        title: z.string().meta({ description: 'The title of the task after the change' }),
        unit: z
          .string()
          .nullable()
          .meta({ description: 'The unit whose own view was changed; null for the task itself' }),
        unitName: z.string().nullable(),
        change: z.enum(CHANGE_KINDS),
        fields: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })),
        inWords: z.array(fieldInWordsSchema),
      }),
    ),
  })
  .meta({ id: 'HistoryEntry' });

export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** The context in which a revision is shown. */
export interface HistoryContext {
  readonly names: ChangeNames;
  /** The titles of the tasks that units have adjusted, by id. */
  readonly titleOf: (taskId: string) => string;
  /** The revisions of the cycle that are at present taken back. */
  readonly takenBack: ReadonlySet<number>;
  readonly caller: Pick<Caller, 'role' | 'unit'>;
  /** Whether the cycle can be changed. */
  readonly isOpen: boolean;
}

/** The revision with the fields that it changed, each before and after, as it is shown to a caller. */
export function viewRevision(
  { revision, at, who, action, takesBack, message, changes }: Revision,
  { names, titleOf, takenBack, caller, isOpen }: HistoryContext,
): HistoryEntry {
  const isTakenBack = takenBack.has(revision);
  const mayUndo =
    isOpen &&
    !isTakenBack &&
    action !== 'generated' &&
    changes.length > 0 &&
    changes.every(({ before, after }) =>
      mayChange(caller, after, changedFields(before ?? { ...after, deleted: true }, after)),
    );
  return {
    revision,
    at,
    who,
    action,
    takesBack,
    message,
    isTakenBack,
    mayUndo,
    changes: changes.map(({ before, after }) => {
      const fieldNames = before ? changedFields(before, after) : (Object.keys(after) as (keyof Entry)[]);
      const fields = fieldNames.map((name) => [
        name,
        { before: before?.[name] ?? null, after: after[name] ?? null },
      ]);
      const unit = isAdjustment(after) ? after.layer : null;
      return {
        taskId: taskIdOf(after),
        title: isAdjustment(after) ? titleOf(after.adjusts) : inLanguage(after.title, names.wording.language),
        unit,
        unitName: unit === null ? null : names.unitName(unit),
        change: changeKindOf(before, after),
        fields: Object.fromEntries(fields),
        inWords: changeInWords(before, after, names),
      };
    }),
  };
}

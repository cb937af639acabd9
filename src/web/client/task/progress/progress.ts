import { addDays, daysBetween, type IsoDate } from '../../../../calendar/iso-date.js';
import type { AdjustmentPatch } from '../../../../task/adjustment.js';
import type { TaskPatch } from '../../../../task/task-edit.js';
import type { TaskView } from '../../../../task/task-view.js';
import { failureText } from '../../data/api/failure-text.js';
import { useMutationDrawnAtOnce } from '../../data/api/mutation-drawn-at-once.js';
import { ApiProblem } from '../../data/api/problem.js';
import { sendAdjustment, sendTaskChange, useRefreshCycle } from '../../data/cycle/task-changes.js';
import { useTexts } from '../../data/language/use-texts.js';
import { dismissToast, showToast } from '../../ui/notice/toast.js';
import { useTakeBack } from '../changes/take-back.js';
import { daysInWords } from '../move/move.js';

/** A unit's progress report on a task. */
export type Progress =
  | { readonly kind: 'status'; readonly status: TaskView['status'] }
  /** The steps that are done, by id. */
  | { readonly kind: 'steps'; readonly done: readonly string[] }
  /** The unit's own first day; null for the common one. */
  | { readonly kind: 'own-date'; readonly start: IsoDate | null };

/** The unit that reports. */
export interface Speaker {
  readonly unit: string;
  readonly county: string;
}

/** Whether a unit says it of the task itself: one that is its alone. Of what all units share it says it for itself. */
export function isOwnAlone(
  { layer, unitId }: Pick<TaskView, 'layer' | 'unitId'>,
  { unit, county }: Speaker,
): boolean {
  return unit === county || layer === unit || unitId === unit;
}

/** The patch of a task that belongs to the unit alone; its date is changed in other ways. */
export function taskPatchOf(
  { checklist }: Pick<TaskView, 'checklist'>,
  progress: Exclude<Progress, { kind: 'own-date' }>,
): TaskPatch {
  if (progress.kind === 'status') return { status: progress.status };
  return { checklist: checklist.map((step) => ({ ...step, done: progress.done.includes(step.id) })) };
}

/** The patch of the unit's adjustment of a common task; a period keeps its length. */
export function adjustmentPatchOf(
  { start, end }: Pick<TaskView, 'start' | 'end'>,
  progress: Progress,
): AdjustmentPatch {
  switch (progress.kind) {
    case 'status':
      return { status: progress.status };
    case 'steps':
      return { ticked: [...progress.done] };
    case 'own-date': {
      const first = progress.start;
      return { start: first, end: first && addDays(first, daysBetween(start, end)) };
    }
    default:
      return progress satisfies never;
  }
}

/** Reports a unit's progress or own date, with a toast that offers to undo it. Ticked steps need no toast. */
export function useProgress(cycleId: string, speaker: Speaker) {
  const { t, language } = useTexts();
  const refresh = useRefreshCycle(cycleId);
  const takeBack = useTakeBack(cycleId);
  return useMutationDrawnAtOnce({
    mutationFn: async ({ task, progress }: { readonly task: TaskView; readonly progress: Progress }) => {
      if (progress.kind !== 'own-date' && isOwnAlone(task, speaker))
        await sendTaskChange({ task, patch: taskPatchOf(task, progress) }, language);
      else {
        const version = task.adjustment?.version ?? 0;
        const patch = adjustmentPatchOf(task, progress);
        await sendAdjustment({ taskId: task.id, unit: speaker.unit, patch, version }, language);
      }
    },
    onSuccess: (_, { task: { title, start, end }, progress }) => {
      // The undo offered last would now undo this change.
      if (progress.kind === 'steps') return dismissToast();
      const own = progress.kind === 'own-date' && progress.start;
      const days = own ? { start: own, end: addDays(own, daysBetween(start, end)) } : null;
      const text =
        progress.kind === 'status'
          ? t(`work.mine.said.${progress.status}`, { title })
          : days
            ? t('work.mine.said.own-date', { title, when: daysInWords(days, t) })
            : t('work.mine.said.common-date', { title });
      const undo = () => takeBack('undo', { tasks: 1, title });
      showToast({ kind: 'done', text, action: { label: t('work.changes.undo'), run: undo } });
    },
    onError: (error, { task: { title } }) => {
      const isStale = error instanceof ApiProblem && error.status === 412;
      showToast({
        kind: 'refused',
        text: isStale ? t('work.mine.changed-meanwhile', { title }) : failureText(error, t),
      });
    },
    onSettled: refresh,
  });
}

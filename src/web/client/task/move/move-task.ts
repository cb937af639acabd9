import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../task/task-view.js';
import { call } from '../../data/api/call.js';
import { failureText } from '../../data/api/failure-text.js';
import { ApiProblem } from '../../data/api/problem.js';
import { shownTask } from '../../data/cycle/shown-tasks.js';
import { sendAdjustment, sendTaskChange, useRefreshCycle } from '../../data/cycle/task-changes.js';
import { cycleKeys, isSeenBy } from '../../data/keys/cycle-keys.js';
import { nameOf } from '../../data/language/author-name.js';
import { useTexts } from '../../data/language/use-texts.js';
import { showToast } from '../../ui/notice/toast.js';
import { useTakeBack } from '../changes/take-back.js';
import {
  type Bounds,
  boundsOf,
  type Days,
  daysInWords,
  type MoveWay,
  moveWayOf,
  ownDatePatch,
  withTask,
} from './move.js';
import { useTaskEditor } from './task-editor.js';

interface Move {
  /** As it was when it was picked up. */
  readonly task: TaskView;
  readonly way: MoveWay;
  readonly to: Days;
}

/** How the reader moves the tasks that they see. */
export interface Moving {
  /** The days within which the reader may move a task; null when they may not. */
  readonly boundsOf: (task: TaskView) => Bounds | null;
  readonly move: (task: TaskView, to: Days) => void;
}

/**
 * Moves tasks of a cycle as the reader sees them, in a unit's view or the common one. The page shows the move at once;
 * when the service refuses it, it is reverted and the reader is told why. Moves are sent one at a time, each based on
 * the version that was seen, or that the reader's own earlier move has produced.
 */
export function useMoveTask(cycleView: CycleView, seenAs: string | null): Moving {
  const { cycle, county, schoolYear } = cycleView;
  const { t, language } = useTexts();
  const queries = useQueryClient();
  const editor = useTaskEditor(cycleView);
  const refresh = useRefreshCycle(cycle.id);
  const takeBack = useTakeBack(cycle.id);
  const ownVersions = useRef(new Map<string, number>());
  const mutationKey = cycleKeys.move(cycle.id);

  const versionFrom = (task: TaskView, seen: number): number => {
    const since = ownVersions.current.get(`${task.id}@${seen}`);
    return since === undefined ? seen : versionFrom(task, since);
  };
  const send = async ({ task, way, to }: Move): Promise<Partial<TaskView>> => {
    const { id, adjustment } = task;
    const version = versionFrom(task, way.kind === 'task' ? task.version : (adjustment?.version ?? 0));
    const keep = (next: number) => ownVersions.current.set(`${id}@${version}`, next);
    if (way.kind === 'own-date') {
      const answer = await sendAdjustment(
        { taskId: id, unit: way.unit, patch: ownDatePatch(task, to), version },
        language,
      );
      keep(answer.version);
      return { adjustment: answer };
    }
    const { start, end, ...rest } = await sendTaskChange(
      { task: { id, version }, patch: { ...to } },
      language,
    );
    keep(rest.version);
    // The page shows the days already, or those of a later move.
    return rest;
  };
  const change = (task: TaskView, changed: Partial<TaskView>) =>
    queries.setQueriesData<CycleView>(
      {
        queryKey: cycleKeys.editedViews(cycle.id),
        predicate: ({ queryKey }) => isSeenBy(queryKey, seenAs),
      },
      (view) => view && withTask(view, task.id, changed),
    );
  const refuse = async (error: Error, { task }: Move) => {
    const isStale = error instanceof ApiProblem && error.status === 412;
    const text = isStale
      ? await conflictText(queries, task, { t, language }, refresh)
      : failureText(error, t);
    showToast({ kind: 'refused', text });
  };
  const { mutate } = useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: send,
    onMutate: async ({ task, to }: Move) => {
      change(task, to);
      // A pending fetch would show the task at its old place, and cancelling it reverts what was set meanwhile.
      await queries.cancelQueries({ queryKey: cycleKeys.views(cycle.id) });
      change(task, to);
    },
    onSuccess: (changed, { task, to }) => {
      change(task, changed);
      showToast({
        kind: 'done',
        text: t('work.changes.moved', { title: task.title, when: daysInWords(to, t) }),
        action: {
          label: t('work.changes.undo'),
          run: () => takeBack('undo', { tasks: 1, title: task.title }),
        },
      });
    },
    onError: (error, moved) => {
      change(moved.task, { start: moved.task.start, end: moved.task.end });
      return refuse(error, moved);
    },
    // A refetch while another move is being sent would show that task at its old place.
    onSettled: () => (queries.isMutating({ mutationKey }) === 1 ? refresh() : undefined),
  });
  const wayOf = useCallback(
    (task: TaskView) => editor && moveWayOf(task, editor, seenAs, county.number),
    [editor, seenAs, county.number],
  );
  return useMemo(
    () => ({
      boundsOf: (task) => {
        const way = wayOf(task);
        return way && boundsOf(task, way, schoolYear);
      },
      move: (task, to) => {
        const way = wayOf(task);
        if (way && (to.start !== task.start || to.end !== task.end)) mutate({ task, way, to });
      },
    }),
    [wayOf, schoolYear, mutate],
  );
}

/** Who has changed a task meanwhile, and where it is now; their change is left untouched. */
async function conflictText(
  queries: QueryClient,
  { id, cycleId, title }: TaskView,
  { t, language }: Pick<ReturnType<typeof useTexts>, 't' | 'language'>,
  refresh: () => Promise<void>,
): Promise<string> {
  const history = call('GET /api/cycles/{id}/history', {
    params: { id: cycleId },
    query: { task: id },
    language,
  }).catch(() => []);
  const [[latest]] = await Promise.all([history, refresh()]);
  const present = shownTask(queries, cycleId, id);
  const who = latest ? nameOf(latest.who, t) : t('work.changes.somebody');
  return present
    ? t('work.changes.conflict', { who, title: present.title, when: daysInWords(present, t) })
    : t('work.changes.conflict-gone', { who, title });
}

import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TakeBackRefusal } from '../../../../cycle/history.js';
import type { Translate } from '../../../../language/translate.js';
import type { TakeBackStep, ToTakeBack } from '../../../../task/take-back.js';
import { call } from '../../data/api/call.js';
import { failureText } from '../../data/api/failure-text.js';
import { ApiProblem } from '../../data/api/problem.js';
import { titleIn } from '../../data/cycle/shown-tasks.js';
import { useRefreshCycle } from '../../data/cycle/task-changes.js';
import { cycleKeys } from '../../data/keys/cycle-keys.js';
import { useTexts } from '../../data/language/use-texts.js';
import { showToast } from '../../ui/notice/toast.js';

/** The two directions of one's own changes. */
export type Way = 'undo' | 'redo';

/** What the reader can undo and redo in a cycle, as stored by the service, so that it survives a reload. */
export function useToTakeBack(cycleId: string): UseQueryResult<ToTakeBack> {
  const { language } = useTexts();
  return useQuery({
    queryKey: cycleKeys.toTakeBack(cycleId, language),
    queryFn: () => call('GET /api/cycles/{id}/undo', { params: { id: cycleId }, language }),
  });
}

/** What a change concerned, for its text. */
export type ChangedTasks = Pick<TakeBackStep, 'tasks' | 'title'>;

/**
 * Undoes or redoes the reader's last change to a cycle, shows the outcome, and offers the reverse. The caller describes
 * the change if it knows it; otherwise the fetched description is used, as long as it is current.
 */
export function useTakeBack(cycleId: string): (way: Way, changed?: ChangedTasks) => void {
  const { t, language } = useTexts();
  const queries = useQueryClient();
  const refresh = useRefreshCycle(cycleId);
  const { mutate } = useMutation({
    mutationFn: ({ way }: { readonly way: Way; readonly step: ChangedTasks | undefined }) =>
      way === 'undo'
        ? call('POST /api/cycles/{id}/undo', { params: { id: cycleId }, body: {}, language })
        : call('POST /api/cycles/{id}/redo', { params: { id: cycleId }, language }),
    onSuccess: (_, { way, step }) => {
      const back = way === 'undo' ? 'redo' : 'undo';
      showToast({
        kind: 'done',
        text: step ? takenBackText(way, step, t) : t(`work.changes.${way}-done`),
        action: { label: t(`work.changes.${back}`), run: () => mutate({ way: back, step }) },
      });
    },
    onError: (error, { way }) => {
      const refusal =
        error instanceof ApiProblem ? (error.refusal as TakeBackRefusal | undefined) : undefined;
      const titleOf = (entryId: string) => titleIn(queries, cycleId, entryId);
      showToast({
        kind: 'refused',
        text: refusal ? refusalText(way, refusal, titleOf, t) : failureText(error, t),
      });
    },
    onSettled: refresh,
  });
  return (way, changed) => {
    const known = queries.getQueryState<ToTakeBack>(cycleKeys.toTakeBack(cycleId, language));
    // Right after a change the page has yet to hear what there is to undo; the service knows it.
    const isCurrent = known?.fetchStatus === 'idle' && !known.isInvalidated;
    const step = changed ?? (isCurrent ? known.data?.[way] : undefined);
    if (step === null) showToast({ kind: 'refused', text: t(`work.changes.nothing-to-${way}`) });
    else mutate({ way, step });
  };
}

function takenBackText(way: Way, { title, tasks }: ChangedTasks, t: Translate): string {
  return title === null
    ? t(`work.changes.${way}-many`, { count: tasks })
    : t(`work.changes.${way}-one`, { title });
}

/** Why a change was not undone, in the reader's language. */
function refusalText(
  way: Way,
  refusal: TakeBackRefusal,
  titleOf: (entryId: string) => string | undefined,
  t: Translate,
): string {
  switch (refusal.code) {
    case 'nothing-to-take-back':
      return t(`work.changes.nothing-to-${way}`);
    case 'already-taken-back':
      return t('work.changes.already-taken-back');
    case 'changes-no-task':
      return t('work.changes.changes-no-task');
    case 'changed-later': {
      const title = titleOf(refusal.entryId);
      return title === undefined
        ? t('work.changes.changed-later')
        : t('work.changes.changed-later-of', { title });
    }
    default:
      return refusal satisfies never;
  }
}

import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { MyTasksView } from '../../../../cycle/view/my-tasks-view.js';
import { call } from '../../data/api/call.js';
import { cycleKeys } from '../../data/keys/cycle-keys.js';
import { useTexts } from '../../data/language/use-texts.js';

export type MyTask = MyTasksView['tasks'][number];

/** What a unit has to do in a cycle; nothing is fetched while `cycleId` is null. */
export function useMyTasks(cycleId: string | null, unit: string): UseQueryResult<MyTasksView> {
  const { language } = useTexts();
  return useQuery({
    queryKey: cycleKeys.myTasks(cycleId, unit, language),
    enabled: cycleId !== null,
    queryFn: () =>
      call('GET /api/cycles/{id}/owed', { params: { id: cycleId ?? '' }, query: { unit }, language }),
    placeholderData: keepPreviousData,
  });
}

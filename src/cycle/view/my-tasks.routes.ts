import { z } from 'zod';
import type { IsoDate } from '../../calendar/iso-date.js';
import { route } from '../../routing/route.js';
import { viewSeenTask } from '../../task/task-view.js';
import { unitsOfCounty } from '../../units/unit.store.js';
import { type CycleContext, cycleOrProblem, cycleParams } from '../cycle-requests.routes.js';
import { lateSinceOfUnits } from '../late-since.use-case.js';
import { adjustmentsOfCycle, tasksOfCycle } from '../task.store.js';
import { lateTasksByUnit, myTasksOf } from './my-tasks.js';
import { myTasksViewSchema } from './my-tasks-view.js';
import { checkedUnit } from './seen-tasks.use-case.js';

/** The route of My tasks: the tasks that a unit has a part in. */
export function myTasksRoutes({
  database,
  wordingIn,
  today,
}: Pick<CycleContext, 'database' | 'wordingIn'> & { readonly today: () => IsoDate }) {
  return [
    route({
      method: 'get',
      path: '/api/cycles/{id}/owed',
      summary:
        'List what a unit has to do in a cycle: this week, what is late, what is coming, what is past or done',
      params: cycleParams,
      query: z.object({
        unit: z
          .string()
          .optional()
          .meta({ description: 'Default: the caller’s own unit, or else the county' }),
      }),
      response: myTasksViewSchema,
      handle: async ({ params, query, caller, language }) => {
        const cycle = await cycleOrProblem(database, params.id);
        const id = query.unit ?? caller.unit ?? cycle.county;
        await checkedUnit(database, id, cycle.county);
        const [tasks, adjustments, units, since] = await Promise.all([
          tasksOfCycle(database, cycle),
          adjustmentsOfCycle(database, cycle),
          unitsOfCounty(database, cycle.county),
          lateSinceOfUnits(database, cycle.county),
        ]);
        const unit = units.find((each) => each.id === id);
        if (!unit) throw new RangeError(`the unit ${id} belongs to no county`);
        const wording = wordingIn(language);
        const named = ({ id, name, kind }: typeof unit) => ({ id, name, kind });
        const viewpointOf = ({ id }: typeof unit) => ({ today: today(), since: since(cycle.id, id) });
        const late = unit.kind === 'county' ? lateTasksByUnit(tasks, adjustments, units, viewpointOf) : [];
        return {
          cycle,
          unit: named(unit),
          tasks: myTasksOf(tasks, adjustments, unit, viewpointOf(unit)).map(({ seen, part, timing }) => ({
            task: viewSeenTask(seen, wording),
            part,
            due: timing,
          })),
          lateElsewhere: late.map(({ unit: other, late: seen }) => ({
            unit: named(other),
            tasks: seen.map((each) => {
              const { id: taskId, title, start, end } = viewSeenTask(each, wording);
              return { id: taskId, title, start, end };
            }),
          })),
        };
      },
    }),
  ] as const;
}

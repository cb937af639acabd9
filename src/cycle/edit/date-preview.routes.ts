import { RequestProblem } from '../../routing/problem.js';
import { route } from '../../routing/route.js';
import { type CycleEditContext, cycleOrProblem, cycleParams } from '../cycle-requests.routes.js';
import { findTask } from '../task.store.js';
import { datePreviewSchema, previewedDateSchema, viewDatePreview, withDate } from './date-preview.js';
import { editContextOf, taskOrProblem } from './edit-context.use-case.js';
import { basisOf } from './editing-by.routes.js';

/** The route that previews a date before it is saved. */
export function datePreviewRoutes(context: CycleEditContext) {
  return [
    route({
      method: 'post',
      path: '/api/cycles/{id}/date-preview',
      summary: 'Preview the dates that a date or rule resolves to, and why; nothing is changed',
      params: cycleParams,
      body: previewedDateSchema,
      response: datePreviewSchema,
      handle: async (request) => {
        const { params, body, language } = request;
        const { database, wordingIn } = context;
        const cycle = await cycleOrProblem(database, params.id);
        const task = body.task === undefined ? undefined : await findTask(database, body.task);
        if (body.task !== undefined && (!task || task.deleted || task.cycleId !== cycle.id))
          throw new RequestProblem('not-found', `No task in the cycle has the id ${body.task}.`);
        const editContext = await editContextOf(basisOf(context, request), database, cycle, [body]);
        const dated = taskOrProblem(withDate(task, body, editContext));
        return viewDatePreview(dated, editContext.schoolYear, wordingIn(language));
      },
    }),
  ] as const;
}

import { z } from 'zod';
import { actorSchema, categorySchema, phaseIdSchema } from '../../framework/vocabulary.js';
import { RequestProblem } from '../../routing/problem.js';
import { route } from '../../routing/route.js';
import { taskViewSchema, viewTask } from '../../task/task-view.js';
import { unitsOfCounty } from '../../units/unit.store.js';
import type { Cycle } from '../cycle.js';
import { type CycleEditContext, cycleOrProblem, cycleParams } from '../cycle-requests.routes.js';
import { addTasks, buildTasks } from '../edit/edit-tasks.use-case.js';
import { basisOf, editingBy } from '../edit/editing-by.routes.js';
import { taskForGap } from '../edit/gap-task.js';
import { generateFor } from '../lifecycle/regenerate.use-case.js';
import { adjustmentsOfCycle, tasksOfCycle } from '../task.store.js';
import { type TaskState, taskStateSchema } from '../task-state.js';
import { countedCycle } from './counted-cycle.routes.js';
import { coverageOf } from './coverage.js';
import { gapsOf } from './gaps.js';
import { leftOutByChoice } from './left-out.js';
import { workloadOf } from './workload.js';

const fillings = z.array(z.object({ id: z.string(), name: z.string() }));

const gapSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('category'),
    phase: phaseIdSchema,
    category: categorySchema,
    actor: actorSchema,
    fillings,
  }),
  z.object({ kind: z.literal('cooperation'), phase: phaseIdSchema, partner: z.string(), fillings }),
]);

const filledGapSchema = z.strictObject({
  phase: phaseIdSchema,
  filling: z.string().meta({ description: 'The id of the entry of the knowledge base that fills the gap' }),
  partner: z.string().optional(),
  category: categorySchema.optional(),
  actor: actorSchema.optional(),
});

const filledGapsSchema = z.strictObject({ fill: z.array(filledGapSchema).min(1).max(100) });

const coverageSchema = z.object({
  cells: z.array(
    z.object({
      phase: phaseIdSchema,
      category: categorySchema,
      actor: actorSchema,
      tasks: z.int().min(0),
      leftOut: z.int().min(0).meta({ description: 'Tasks that the level of the cycle leaves out' }),
      partners: z.record(z.string(), z.int().min(1)),
    }),
  ),
  partners: z.array(z.object({ partner: z.string(), tasks: z.int().min(0) })),
  uncovered: z.array(z.string()).meta({
    description:
      'Ids of the focus areas that no task serves, and none that the level of the cycle leaves out',
  }),
});

const workloadSchema = z.array(
  z.object({
    weekYear: z.int(),
    week: z.int().min(1).max(53),
    actor: actorSchema,
    unitId: z
      .string()
      .nullable()
      .meta({ description: 'Null for an actor for which the county has registered no unit' }),
    deadlines: z.int().min(0),
    activities: z.int().min(0),
    cooperation: z.int().min(0),
    standsOut: z
      .boolean()
      .meta({ description: 'Whether it has many more tasks than the unit’s other weeks' }),
  }),
);

/** The routes for the workload of a cycle, its coverage of the framework, and its gaps. */
export function coverageRoutes(context: CycleEditContext) {
  const { database, framework, wordingIn, schoolYearFor, generate } = context;
  const tasksFor = ({ fill }: z.infer<typeof filledGapsSchema>) =>
    fill.map((gap, index) => {
      const task = taskForGap(framework, gap);
      if (task) return task;
      const errors = [
        { pointer: `/body/fill/${index}/filling`, detail: 'is not a focus area or responsibility' },
      ];
      throw new RequestProblem('invalid-request', 'Nothing was added.', errors);
    });
  /** The tasks of a cycle, and those that the county has chosen to do without. */
  const chosenIn = async (cycle: Cycle, state: TaskState) => {
    const tasks = await tasksOfCycle(database, cycle, state);
    if (cycle.level === 'complete') return { tasks, leftOut: [] };
    return { tasks, leftOut: leftOutByChoice(await generateFor(generate, database, cycle), tasks) };
  };
  return [
    route({
      method: 'get',
      path: '/api/cycles/{id}/coverage',
      isDear: true,
      summary: 'Show which parts of the framework the cycle covers, and its gaps',
      params: cycleParams,
      query: z.object({ state: taskStateSchema }),
      response: coverageSchema,
      handle: async ({ params, query: { state }, caller }) => {
        const cycle = await countedCycle(database, params.id, state, caller);
        const { tasks, leftOut } = await chosenIn(cycle, state);
        const { cells, partners, uncovered } = coverageOf(framework, tasks, leftOut);
        return { cells: [...cells], partners: [...partners], uncovered: [...uncovered] };
      },
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}/workload',
      isDear: true,
      summary: 'Show how many tasks start in each week for each unit, and which weeks stand out',
      params: cycleParams,
      query: z.object({
        unit: z.string().optional().meta({ description: 'Only this unit' }),
        state: taskStateSchema,
      }),
      response: workloadSchema,
      handle: async ({ params, query: { unit, state }, caller }) => {
        const cycle = await countedCycle(database, params.id, state, caller);
        const units = await unitsOfCounty(database, cycle.county);
        const weeks = workloadOf(
          await tasksOfCycle(database, cycle, state),
          await adjustmentsOfCycle(database, cycle, state),
          units,
          schoolYearFor(cycle.county, cycle.schoolYear),
        );
        return weeks.filter(({ unitId }) => unit === undefined || unitId === unit);
      },
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}/gaps',
      isDear: true,
      summary:
        'List what the framework asks for and the cycle lacks, each with the entries that would fill the gap',
      params: cycleParams,
      query: z.object({ state: taskStateSchema }),
      response: z.array(gapSchema),
      handle: async ({ params, query: { state }, caller }) => {
        const cycle = await countedCycle(database, params.id, state, caller);
        const { tasks, leftOut } = await chosenIn(cycle, state);
        return gapsOf(framework, tasks, leftOut).map((gap) => ({ ...gap, fillings: [...gap.fillings] }));
      },
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/gaps',
      summary:
        'Fill gaps: add a task for each entry named, spanning its phase until somebody gives it a date',
      params: cycleParams,
      body: filledGapsSchema,
      response: z.array(taskViewSchema),
      status: 201,
      handle: async (request) => {
        const { params, body, language } = request;
        const added = await addTasks(editingBy(context, request), params.id, tasksFor(body));
        return added.map((task) => viewTask(task, wordingIn(language)));
      },
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/gaps/preview',
      summary: 'Preview the tasks that would fill gaps; nothing is added',
      params: cycleParams,
      body: filledGapsSchema,
      response: z.array(taskViewSchema),
      handle: async (request) => {
        const { params, body, caller, language } = request;
        const cycle = await cycleOrProblem(database, params.id);
        const trying = { ...basisOf(context, request), caller };
        const made = await buildTasks(trying, database, cycle, tasksFor(body));
        return made.map((task) => viewTask(task, wordingIn(language)));
      },
    }),
  ] as const;
}

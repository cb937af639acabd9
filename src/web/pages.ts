import { type Request, Router } from 'express';
import { isoWeekOf } from '../calendar/iso-date.js';
import type { Cycle } from '../cycle/cycle.js';
import type { Task } from '../cycle/task.js';
import { viewTask } from '../cycle/task-view.js';
import { summaryOf, type TaskWording, whenOf } from '../cycle/wording.js';
import type { County } from '../framework/county.js';
import { inLanguage, type Language } from '../language/text.js';
import { type Html, html } from './html.js';
import { sendPage } from './page.js';

export interface PageContext {
  readonly counties: readonly County[];
  readonly wordingIn: (language: Language) => TaskWording;
  readonly languageOf: (request: Request) => Language;
  readonly newestCycle: () => Promise<Cycle | undefined>;
  readonly tasksOf: (cycle: Cycle) => Promise<readonly Task[]>;
  readonly cycleOfTask: (task: Task) => Promise<Cycle | undefined>;
  readonly findTask: (id: string) => Promise<Task | undefined>;
  /** The name of the unit whose own entry a task is; null for what is common. */
  readonly layerNameOf: (task: Task) => Promise<string | null>;
}

/** The pages to read a cycle on: the tasks by week, and one task. */
export function pages(context: PageContext): Router {
  const router = Router();
  router.get('/', async (request, response, next) => {
    const cycle = await context.newestCycle();
    if (!cycle) return next();
    const wording = context.wordingIn(context.languageOf(request));
    sendPage(
      response,
      wording,
      titleOf(context, cycle, wording),
      agenda(cycle, await context.tasksOf(cycle), wording),
    );
  });
  router.get('/tasks/:id', async (request, response, next) => {
    const task = await context.findTask(request.params.id);
    const cycle = task && (await context.cycleOfTask(task));
    if (!task || !cycle) return next();
    const wording = context.wordingIn(context.languageOf(request));
    sendPage(
      response,
      wording,
      `${summaryOf(task, wording)} – ${titleOf(context, cycle, wording)}`,
      taskPage(task, await context.layerNameOf(task), wording),
    );
  });
  return router;
}

function titleOf({ counties }: PageContext, cycle: Cycle, { t, language }: TaskWording): string {
  const county = counties.find(({ number }) => number === cycle.county);
  return t('page.title', {
    county: county ? inLanguage(county.name, language) : cycle.county,
    schoolYear: cycle.schoolYear,
  });
}

function agenda(cycle: Cycle, tasks: readonly Task[], wording: TaskWording): Html {
  const { t } = wording;
  const weeks = new Map<number, Task[]>();
  for (const task of tasks) {
    const { week } = isoWeekOf(task.start);
    weeks.set(week, [...(weeks.get(week) ?? []), task]);
  }
  const parts = cycle.provisional.map((part) => t(`part.${part}`)).join(', ');
  const item = (task: Task) => html`<li><a href="/tasks/${task.id}">${summaryOf(task, wording)}</a>
<div class="meta">${whenOf(task, wording)} · ${[task.actor, ...task.partners].map(wording.nameOf).join(', ')}</div></li>`;
  const section = ([week, tasksOfWeek]: [number, readonly Task[]]) => html`<section>
<h2>${t('page.week', { week })}</h2>
<ul>${tasksOfWeek.map(item)}</ul>
</section>
`;
  return html`<p>${t('page.lead', { count: tasks.length, schoolYear: cycle.schoolYear })}</p>
${parts === '' ? [] : html`<p><strong>${t('page.provisional', { parts })}</strong></p>`}
${[...weeks].map(section)}`;
}

function taskPage(task: Task, layerName: string | null, wording: TaskWording): Html {
  const { t, nameOf } = wording;
  const view = viewTask(task, wording);
  const fact = (label: string, value: string) =>
    value === '' ? html`` : html`<dt>${t(label)}</dt><dd>${value}</dd>`;
  return html`<p><a href="/">${t('page.back')}</a></p>
<p>${view.description}</p>
${view.provisional ? html`<p><strong>${t('task.provisional')}</strong></p>` : []}
<dl>
${fact('task.when', whenOf(task, wording))}
${fact('task.who', nameOf(task.actor))}
${fact('task.with', task.partners.map(nameOf).join(', '))}
${fact('task.layer', layerName ?? '')}
${fact('task.phase', nameOf(task.phase))}
${fact('task.category', nameOf(task.category))}
<dt>${t('task.why')}</dt>${view.why.map((reason) => html`<dd>${reason}</dd>`)}
${fact('task.source', view.source)}
</dl>
`;
}

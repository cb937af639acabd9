import { generate } from '../../src/cycle/lifecycle/generate.js';
import type { Language } from '../../src/language/text.js';
import type { Task } from '../../src/task/task.js';
import { type TaskWording, taskWording } from '../../src/task/wording.js';
import { knowledge, vestfold2026 } from '../calendar/samples.js';

/** Vestfold's generated cycle of 2026/2027. */
export const vestfoldCycle = generate(knowledge, vestfold2026, [], 'complete');

/** A task of that cycle by the key of its template. */
export function taskNamed(key: string): Task {
  const task = vestfoldCycle.tasks.find((candidate) => candidate.key === key);
  if (!task) throw new Error(`no task of template ${key}`);
  return task;
}

export function wordingIn(language: Language): TaskWording {
  return taskWording(knowledge.framework, knowledge.templates, knowledge.translate, language);
}

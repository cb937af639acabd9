import type { z } from 'zod';
import { issueFlaws } from '../errors/issue-flaws.js';
import { REFUSALS } from '../text/refused-text.js';
import { textFlawsIn } from '../text/text-flaws.js';
import type { FieldProblem } from './problem.js';

/** The most field problems in a response; more help nobody. */
export const MOST_FIELD_PROBLEMS = 100;

/** A JSON pointer (RFC 6901). */
export function jsonPointer(path: readonly (string | number)[]): string {
  const escaped = (step: string | number) => String(step).replaceAll('~', '~0').replaceAll('/', '~1');
  return `/${path.map(escaped).join('/')}`;
}

/** A JSON pointer and a sentence for each of zod's issues with a part of a request, the first hundred. */
export function fieldProblems({ issues }: z.ZodError, part: string): FieldProblem[] {
  return issueFlaws(issues.slice(0, MOST_FIELD_PROBLEMS))
    .slice(0, MOST_FIELD_PROBLEMS)
    .map(({ path, what, code, data }) => ({
      pointer: jsonPointer([part, ...path]),
      detail: what,
      code,
      data,
    }));
}

/**
 * The texts in the parts of a request, by their names, that no database stores; `noTexts` names the keys under which, however
 * deep, none stand. What people may not write is for the schemas to say.
 */
export function textProblems(parts: object, noTexts: readonly string[] = []): FieldProblem[] {
  return textFlawsIn(parts, noTexts).map(({ path, code }) => ({
    pointer: jsonPointer(path),
    detail: REFUSALS[code],
    code,
    data: {},
  }));
}

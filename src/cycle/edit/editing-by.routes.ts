import type { Language } from '../../language/text.js';
import type { Caller } from '../../routing/route.js';
import type { CycleEditContext } from '../cycle-requests.routes.js';
import type { Editing } from './revise.use-case.js';

/** Who changes a cycle by a request, with the data that the change is checked against. */
export function editingBy(
  { database, framework, schoolYearFor, now }: CycleEditContext,
  { caller, language }: { readonly caller: Caller; readonly language: Language },
): Editing {
  return {
    database,
    framework,
    schoolYearOf: ({ county, schoolYear }) => schoolYearFor(county, schoolYear),
    caller,
    now: now(),
    language,
  };
}

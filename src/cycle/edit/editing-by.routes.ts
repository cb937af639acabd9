import type { Language } from '../../language/text.js';
import type { Caller } from '../../routing/route.js';
import type { CycleEditContext } from '../cycle-requests.routes.js';
import type { EditBasis } from './edit-context.use-case.js';
import type { Editing } from './revise.use-case.js';

/** The data that a change by a request, or a preview of one, is checked against. */
export function basisOf(
  { framework, schoolYearFor, generate, now }: Omit<CycleEditContext, 'database' | 'wordingIn'>,
  { language }: { readonly language: Language },
): EditBasis {
  return {
    framework,
    schoolYearOf: ({ county, schoolYear }) => schoolYearFor(county, schoolYear),
    generate,
    now: now(),
    language,
  };
}

/** Who changes a cycle by a request, with the data that the change is checked against. */
export function editingBy(
  context: CycleEditContext,
  request: { readonly caller: Caller; readonly language: Language },
): Editing {
  return { ...basisOf(context, request), database: context.database, caller: request.caller };
}

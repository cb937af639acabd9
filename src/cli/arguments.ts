import { type SchoolYearLabel, schoolYearLabelFlaw } from '../calendar/school-year-label.js';
import { ArshjulError } from '../errors/arshjul-error.js';

/** A school year from the command line; throws ArshjulError `invalid-argument`. */
export function schoolYearArgument(name: string, given: string): SchoolYearLabel {
  const what = schoolYearLabelFlaw(given);
  if (what) throw new ArshjulError({ code: 'invalid-argument', name, given, what });
  return given as SchoolYearLabel;
}

/** One of a closed set of values from the command line; throws ArshjulError `invalid-argument`. */
export function choiceArgument<T extends string>(name: string, given: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === given);
  if (chosen === undefined) {
    throw new ArshjulError({
      code: 'invalid-argument',
      name,
      given,
      what: `is not one of ${choices.join(', ')}`,
    });
  }
  return chosen;
}

/** A web address from the command line, without the slash at its end; throws ArshjulError `invalid-argument`. */
export function addressArgument(name: string, given: string): string {
  const { protocol } = URL.canParse(given) ? new URL(given) : { protocol: '' };
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new ArshjulError({ code: 'invalid-argument', name, given, what: 'is not an http(s) address' });
  }
  return given.replace(/\/+$/, '');
}

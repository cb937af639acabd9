import { RequestProblem } from '../routing/problem.js';
import type { County } from './county.js';

/** The county with a number that a request gives at `pointer`; throws RequestProblem when there is none. */
export function countyOrProblem(counties: readonly County[], number: string, pointer: string): County {
  const county = counties.find((each) => each.number === number);
  if (county) return county;
  const detail = `is not one of ${counties.map((each) => each.number).join(', ')}`;
  throw new RequestProblem('invalid-request', 'No county has this number.', [{ pointer, detail }]);
}

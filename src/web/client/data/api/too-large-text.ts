import type { Translate } from '../../../../language/translate.js';
import type { ApiProblem } from './problem.js';

/** The codes with a sentence of their own: the measures of src/file-bounds/too-much.ts, and how a thread ends. */
const CODES: readonly string[] = [
  'too-much-bytes',
  'too-much-entries',
  'too-much-unpacked',
  'too-much-sheetRows',
  'too-much-sheetCells',
  'too-much-rows',
  'too-much-columns',
  'too-much-cell',
  'too-much-text',
  'too-much-components',
  'too-much-events',
  'too-much-depth',
  'took-too-long',
  'needs-too-much-memory',
];

/** Why a file exceeds a limit: what was found, and the limit. */
export function tooLargeText({ errors }: ApiProblem, language: string, t: Translate): string {
  const [{ code = '', data = {} } = {}] = errors;
  if (!CODES.includes(code)) return t('work.file.too-large');
  const numbers = new Intl.NumberFormat(language);
  const written = (value: unknown) => (typeof value === 'number' ? numbers.format(value) : '');
  return t(`work.file.${code}`, { found: written(data.found), allowed: written(data.allowed) });
}

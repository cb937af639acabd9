import { stringify } from 'yaml';
import { schoolYearFrom } from '../../calendar/school-year.js';
import type { CompleteSkolerute } from '../../calendar/skolerute.js';
import { skoleruteFlawSentence, skoleruteWarnings } from '../../calendar/skolerute-flaws.js';
import { ArshjulError } from '../../errors/arshjul-error.js';
import { TooMuch } from '../../file-bounds/too-much.js';
import type { Knowledge } from '../knowledge.js';
import { skoleruteFileOf } from '../school-year-files.js';
import { writeFileAtomically } from '../write-file.js';
import { readText } from '../yaml-file.js';
import { type ImportHints, readSkolerute } from './read-skolerute.js';

export interface Imported {
  readonly skolerute: CompleteSkolerute;
  /** How many pupil days its dates give. */
  readonly pupilDays: number;
  /** What is unusual in it, as English sentences. */
  readonly warnings: readonly string[];
  /** The file of data/school-years that now holds it. */
  readonly file: string;
  /** Events of an iCalendar file that are about something else. */
  readonly passedOver: readonly string[];
}

/**
 * Reads a skolerute and puts it into a data folder, in place of one that was there, only when nothing is wrong with it.
 * Throws ArshjulError with every flaw, its line and field.
 */
export function importSkolerute(
  file: string,
  data: string,
  knowledge: Knowledge,
  hints: ImportHints,
): Imported {
  const { skolerute, complete, flaws, passedOver } = withinBounds(file, () =>
    readSkolerute(file, readText(file), knowledge, hints),
  );
  if (flaws.length > 0) {
    const described = flaws.map(({ line, flaw }) => ({
      file,
      line,
      field: flaw.field,
      what: skoleruteFlawSentence(flaw),
    }));
    throw new ArshjulError({ code: 'invalid-data', flaws: described });
  }
  const target = skoleruteFileOf(data, skolerute.county, skolerute.schoolYear);
  writeFileAtomically(target, stringify(skolerute, { lineWidth: 120 }));
  return {
    skolerute: complete,
    pupilDays: schoolYearFrom(complete).schoolDays.length,
    warnings: skoleruteWarnings(complete).map(skoleruteFlawSentence),
    file: target,
    passedOver,
  };
}

/** Reads a file; one that exceeds the bounds is reported like any other flaw. */
function withinBounds<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    throw new ArshjulError({
      code: 'invalid-data',
      flaws: [{ file, line: 1, field: '', what: error.message }],
    });
  }
}

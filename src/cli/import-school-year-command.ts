import type { IsoDate } from '../calendar/iso-date.js';
import { DATA_DIRECTORY } from '../datafiles/data-directory.js';
import { loadKnowledge } from '../datafiles/knowledge.js';
import { importSkolerute } from '../datafiles/skolerute-import/import-skolerute.js';
import { schoolYearArgument } from './arguments.js';
import type { Output } from './output.js';

export interface ImportOptions {
  readonly county?: string;
  readonly schoolYear?: string;
  readonly source?: string;
  readonly data?: string;
}

/** `arshjul import-school-year`: checks a skolerute and puts it into the data folder. */
export function importSchoolYearCommand(
  file: string,
  options: ImportOptions,
  today: IsoDate,
  output: Output,
): void {
  const data = options.data ?? DATA_DIRECTORY;
  const { county, schoolYear, source } = options;
  const imported = importSkolerute(file, data, loadKnowledge(data), {
    ...(county !== undefined && { county }),
    ...(schoolYear !== undefined && { schoolYear: schoolYearArgument('--school-year', schoolYear) }),
    ...(source !== undefined && { source }),
    today,
  });
  const { skolerute } = imported;
  output.out(`${imported.file}\n`);
  output.err(`county ${skolerute.county}, ${skolerute.schoolYear}: ${imported.pupilDays} pupil days\n`);
  for (const warning of imported.warnings) output.err(`warning: ${warning}\n`);
  if (skolerute.open.length > 0) output.err(`set by each school: ${skolerute.open.join(', ')}\n`);
  if (skolerute.provisional.length > 0) output.err(`provisional: ${skolerute.provisional.join(', ')}\n`);
  if (imported.passedOver.length > 0) output.err(`skipped: ${imported.passedOver.join(', ')}\n`);
}

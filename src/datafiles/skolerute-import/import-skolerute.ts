import { extname } from 'node:path';
import { stringify } from 'yaml';
import { completeSkolerute } from '../../calendar/complete-skolerute.js';
import type { IsoDate } from '../../calendar/iso-date.js';
import type { SchoolYearLabel } from '../../calendar/school-year-label.js';
import { type CompleteSkolerute, type Skolerute, skoleruteSchema } from '../../calendar/skolerute.js';
import { skoleruteFlawSentence, skoleruteFlaws } from '../../calendar/skolerute-flaws.js';
import { ArshjulError, type DataFlaw } from '../../errors/arshjul-error.js';
import { countyOf, type Knowledge } from '../knowledge.js';
import { skoleruteFileOf } from '../school-year-files.js';
import { writeFileWhole } from '../write-file.js';
import { fieldPath, parseYaml, readText } from '../yaml-file.js';
import { entriesFromCsv } from './csv.js';
import { type SkoleruteEntry, skoleruteOf } from './entry.js';
import { entriesFromIcalendar } from './icalendar.js';

/** What a CSV or iCalendar file does not say itself. */
export interface ImportHints {
  readonly county?: string;
  readonly schoolYear?: SchoolYearLabel;
  readonly source?: string;
  readonly today: IsoDate;
}

export interface Imported {
  readonly skolerute: CompleteSkolerute;
  /** The file of data/school-years that now holds it. */
  readonly file: string;
  /** Events of an iCalendar file that are about something else. */
  readonly passedOver: readonly string[];
}

interface Parsed {
  readonly skolerute: Skolerute;
  readonly flaw: (field: string, what: string) => DataFlaw;
  readonly passedOver: readonly string[];
}

/**
 * Reads a skolerute as YAML, CSV or iCalendar and puts it into a data folder.
 * 1. Parse the file by its extension. 2. Complete it and look for flaws: overlaps, days outside the year, a count other
 * than 190. 3. Only when there are none: write it whole, in place of one that was there.
 * Throws ArshjulError with every flaw, its line and field.
 */
export function importSkolerute(
  file: string,
  data: string,
  knowledge: Knowledge,
  hints: ImportHints,
): Imported {
  const { skolerute, flaw, passedOver } = parseSkolerute(file, hints);
  const county = countyOf(knowledge, skolerute.county).number;
  const { customs, customsRevised } = knowledge.calendars;
  const custom = customs.get(county);
  if (!custom) throw new Error(`county ${county} has no customs in data/school-years`);
  const complete = completeSkolerute(county, skolerute.schoolYear, custom, customsRevised, skolerute);
  const flaws = skoleruteFlaws(complete).map((each) => flaw(each.field, skoleruteFlawSentence(each)));
  if (flaws.length > 0) throw new ArshjulError({ code: 'invalid-data', flaws });
  const target = skoleruteFileOf(data, county, skolerute.schoolYear);
  writeFileWhole(target, stringify(skolerute, { lineWidth: 120 }));
  return { skolerute: complete, file: target, passedOver };
}

function parseSkolerute(file: string, hints: ImportHints): Parsed {
  const text = readText(file);
  switch (extname(file).toLowerCase()) {
    case '.yaml':
    case '.yml': {
      const yaml = parseYaml(file, text, skoleruteSchema);
      return {
        skolerute: yaml.value,
        flaw: (field, what) => yaml.flaw(fieldPath(field), what),
        passedOver: [],
      };
    }
    case '.csv':
      return fromEntries(file, hints, entriesFromCsv(file, text), []);
    case '.ics': {
      const { entries, passedOver } = entriesFromIcalendar(file, text);
      return fromEntries(file, hints, entries, passedOver);
    }
    default:
      throw new ArshjulError({
        code: 'invalid-argument',
        name: 'FILE',
        given: file,
        what: 'is none of .yaml, .csv, .ics',
      });
  }
}

function fromEntries(
  file: string,
  { county, schoolYear, source, today }: ImportHints,
  entries: readonly SkoleruteEntry[],
  passedOver: readonly string[],
): Parsed {
  const missing = (name: string) =>
    new ArshjulError({
      code: 'invalid-argument',
      name,
      given: '',
      what: 'is needed: the file does not say it',
    });
  if (county === undefined) throw missing('--county');
  if (schoolYear === undefined) throw missing('--school-year');
  if (source === undefined) throw missing('--source');
  const { skolerute, lineOf } = skoleruteOf({ file, county, schoolYear, source, revised: today }, entries);
  const flaw = (field: string, what: string): DataFlaw => ({
    file,
    line: lineOf.get(field.replace(/\.(from|to)$/, '')) ?? 1,
    field,
    what,
  });
  return { skolerute, flaw, passedOver };
}

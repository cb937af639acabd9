import { extname } from 'node:path';
import type { IsoDate } from '../../calendar/iso-date.js';
import type { SchoolYearLabel } from '../../calendar/school-year-label.js';
import { type CompleteSkolerute, type Skolerute, skoleruteSchema } from '../../calendar/skolerute.js';
import { type SkoleruteFlaw, skoleruteFlaws } from '../../calendar/skolerute-flaws.js';
import { ArshjulError } from '../../errors/arshjul-error.js';
import { countyOf, type Knowledge } from '../knowledge.js';
import { skoleruteOfCounty } from '../school-year-files.js';
import { fieldPath, parseYaml } from '../yaml-file.js';
import { entriesFromCsv } from './csv.js';
import { type PublishedSkolerute, type SkoleruteEntry, skoleruteOf } from './entry.js';
import { entriesFromIcalendar } from './icalendar.js';

/** What a CSV or iCalendar file does not say itself. */
export interface ImportHints {
  readonly county?: string;
  readonly schoolYear?: SchoolYearLabel;
  readonly source?: string;
  readonly today: IsoDate;
}

/** A flaw of a skolerute, and the line of the file that it comes from. */
export interface PlacedFlaw {
  readonly line: number;
  readonly flaw: SkoleruteFlaw;
}

/** What a file says, and what is wrong with it. */
export interface ReadSkolerute {
  readonly skolerute: Skolerute;
  readonly complete: CompleteSkolerute;
  readonly flaws: readonly PlacedFlaw[];
  /** Events of an iCalendar file that are about something else. */
  readonly passedOver: readonly string[];
}

interface Parsed {
  readonly skolerute: Skolerute;
  readonly lineOf: (field: string) => number;
  readonly passedOver: readonly string[];
}

/**
 * Reads a skolerute as YAML, CSV or iCalendar, chosen by the extension of the file name: 1. parse it, 2. complete it by the
 * county's customs, 3. look for flaws: overlaps, days outside the year, a count other than 190. Throws ArshjulError
 * `invalid-data` when it cannot be parsed, with line numbers, `invalid-argument` and `unknown-county`.
 */
export function readSkolerute(
  file: string,
  text: string,
  knowledge: Knowledge,
  hints: ImportHints,
): ReadSkolerute {
  const { skolerute, lineOf, passedOver } = parseSkolerute(file, text, hints);
  const county = countyOf(knowledge, skolerute.county).number;
  const complete = skoleruteOfCounty(knowledge.calendars, county, skolerute.schoolYear, skolerute);
  if (!complete) throw new Error(`county ${county} has no entry in data/school-years/customs.yaml`);
  const flaws = skoleruteFlaws(complete).map((flaw) => ({ line: lineOf(flaw.field), flaw }));
  return { skolerute, complete, flaws, passedOver };
}

function parseSkolerute(file: string, text: string, hints: ImportHints): Parsed {
  switch (extname(file).toLowerCase()) {
    case '.yaml':
    case '.yml': {
      const yaml = parseYaml(file, text, skoleruteSchema);
      return {
        skolerute: yaml.value,
        lineOf: (field) => yaml.flaw(fieldPath(field), '').line,
        passedOver: [],
      };
    }
    case '.csv': {
      const published = publishedOf(file, hints);
      return fromEntries(published, entriesFromCsv(file, text), []);
    }
    case '.ics': {
      const published = publishedOf(file, hints);
      const { entries, passedOver } = entriesFromIcalendar(file, text, published.schoolYear);
      return fromEntries(published, entries, passedOver);
    }
    default:
      throw new ArshjulError({
        code: 'invalid-argument',
        name: 'FILE',
        given: file,
        what: 'does not end in .yaml, .csv or .ics',
      });
  }
}

/** What the file itself does not say; throws ArshjulError for what is not given beside it either. */
function publishedOf(file: string, { county, schoolYear, source, today }: ImportHints): PublishedSkolerute {
  const missing = (name: string) =>
    new ArshjulError({
      code: 'invalid-argument',
      name,
      given: '',
      what: 'is required: the file does not contain it',
    });
  if (county === undefined) throw missing('--county');
  if (schoolYear === undefined) throw missing('--school-year');
  if (source === undefined) throw missing('--source');
  return { file, county, schoolYear, source, revised: today };
}

function fromEntries(
  published: PublishedSkolerute,
  entries: readonly SkoleruteEntry[],
  passedOver: readonly string[],
): Parsed {
  const { skolerute, lineOf, passedOver: lone } = skoleruteOf(published, entries);
  return {
    skolerute,
    lineOf: (field) => lineOf.get(field.replace(/\.(from|to)$/, '')) ?? 1,
    passedOver: [...passedOver, ...lone],
  };
}

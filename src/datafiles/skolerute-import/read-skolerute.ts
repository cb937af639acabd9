import { extname } from 'node:path';
import type { IsoDate } from '../../calendar/iso-date.js';
import { schoolYearFrom } from '../../calendar/school-year.js';
import type { SchoolYearLabel } from '../../calendar/school-year-label.js';
import { type CompleteSkolerute, type Skolerute, skoleruteSchema } from '../../calendar/skolerute.js';
import { type SkoleruteFlaw, skoleruteFlaws } from '../../calendar/skolerute-flaws.js';
import type { ReadLine } from '../../calendar/skolerute-text/part.js';
import { otherSum, readSkoleruteText, type SkoleruteText } from '../../calendar/skolerute-text/read-text.js';
import { ArshjulError } from '../../errors/arshjul-error.js';
import { countyOf, type Knowledge } from '../knowledge.js';
import { skoleruteOfCounty } from '../school-year-files.js';
import { fieldPath, parseYaml } from '../yaml-file.js';
import { entriesFromCsv } from './csv.js';
import { type PublishedSkolerute, type SkoleruteEntry, skoleruteOf } from './entry.js';
import { entriesFromIcalendar } from './icalendar.js';

/** In which form a skolerute is written. */
export const SKOLERUTE_FORMATS = ['yaml', 'csv', 'ics', 'text'] as const;

export type SkoleruteFormat = (typeof SKOLERUTE_FORMATS)[number];

/** A skolerute as it was sent, or as its file holds it. */
export interface WrittenSkolerute {
  /** The name that its flaws are told by. */
  readonly file: string;
  readonly format: SkoleruteFormat;
  readonly text: string;
}

/** What a CSV or iCalendar file or a text does not say itself. */
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
  /** The lines of a text with what was understood of each; empty for other formats. */
  readonly lines: readonly ReadLine[];
}

/** Whether a text has no date of the school year, so that all of it would be derived by custom. */
export function saysNothing({ lines }: Pick<ReadSkolerute, 'lines'>): boolean {
  return lines.length > 0 && lines.every(({ found }) => found.length === 0);
}

export const SAYS_NOTHING = 'has no date that is understood to be of the school year';

interface Parsed {
  readonly skolerute: Skolerute;
  readonly lineOf: (field: string) => number;
  readonly passedOver: readonly string[];
  readonly text?: SkoleruteText;
}

/**
 * Reads a skolerute: 1. parse it, 2. complete it by the county's customs, 3. look for flaws: overlaps, days outside the year, a
 * count other than 190. Throws ArshjulError `invalid-data` when it cannot be parsed, with line numbers, `invalid-argument` and
 * `unknown-county`, and TooMuch when it exceeds the bounds.
 */
export function readSkolerute(
  written: WrittenSkolerute,
  knowledge: Knowledge,
  hints: ImportHints,
): ReadSkolerute {
  const { skolerute, lineOf, passedOver, text } = parseSkolerute(written, hints);
  const county = countyOf(knowledge, skolerute.county).number;
  const complete = skoleruteOfCounty(knowledge.calendars, county, skolerute.schoolYear, skolerute);
  if (!complete) throw new Error(`county ${county} has no entry in data/school-years/customs.yaml`);
  const flaws = skoleruteFlaws(complete).map((flaw) => ({ line: lineOf(flaw.field), flaw }));
  const pupilDays = flaws.length > 0 ? undefined : schoolYearFrom(complete).schoolDays.length;
  return { skolerute, complete, flaws, passedOver, lines: text ? withSum(text, pupilDays) : [] };
}

/** The lines of a text, with a mark where its sum is not what its dates come to. */
function withSum({ lines, sum }: SkoleruteText, pupilDays: number | undefined): readonly ReadLine[] {
  if (!sum || pupilDays === undefined || pupilDays === sum.count) return lines;
  return lines.map((line) =>
    line.line === sum.line && line.marks.every(({ code }) => code !== 'other-sum')
      ? { ...line, marks: [...line.marks, otherSum(sum.count, pupilDays)] }
      : line,
  );
}

/** The format of a file by its extension; throws ArshjulError for any other. */
export function formatOfFile(file: string): SkoleruteFormat {
  switch (extname(file).toLowerCase()) {
    case '.yaml':
    case '.yml':
      return 'yaml';
    case '.csv':
      return 'csv';
    case '.ics':
      return 'ics';
    default:
      throw new ArshjulError({
        code: 'invalid-argument',
        name: 'FILE',
        given: file,
        what: 'does not end in .yaml, .csv or .ics',
      });
  }
}

function parseSkolerute({ file, format, text }: WrittenSkolerute, hints: ImportHints): Parsed {
  switch (format) {
    case 'yaml': {
      const yaml = parseYaml(file, text, skoleruteSchema);
      return {
        skolerute: yaml.value,
        lineOf: (field) => yaml.flaw(fieldPath(field), '').line,
        passedOver: [],
      };
    }
    case 'csv': {
      const published = publishedOf(file, hints);
      return fromEntries(published, entriesFromCsv(file, text), []);
    }
    case 'ics': {
      const published = publishedOf(file, hints);
      const { entries, passedOver } = entriesFromIcalendar(file, text, published.schoolYear);
      return fromEntries(published, entries, passedOver);
    }
    case 'text': {
      const published = publishedOf(file, hints);
      const read = readSkoleruteText(text, published.schoolYear);
      return fromText(published, read);
    }
    default:
      return format satisfies never;
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

/** A text has its parts and days off, and the publisher's own counts to check them against. */
function fromText(published: PublishedSkolerute, read: SkoleruteText): Parsed {
  const entries = read.entries.map(({ part, ...days }) => ({ name: part, kind: part, ...days }));
  const { skolerute, lineOf, ...parsed } = fromEntries(published, entries, []);
  const counts = [...read.pupilDays];
  return {
    ...parsed,
    skolerute: {
      ...skolerute,
      ...(counts.length > 0 && {
        pupilDays: Object.fromEntries(counts.map(([month, { count }]) => [month, count])),
      }),
    },
    lineOf: (field) => read.pupilDays.get(field.replace(/^pupilDays\./, ''))?.line ?? lineOf(field),
    text: read,
  };
}

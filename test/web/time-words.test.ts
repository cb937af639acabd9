import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { DATA_DIRECTORY } from '../../src/datafiles/data-directory.js';
import { FlawCollector } from '../../src/datafiles/flaw-collector.js';
import { readLocales } from '../../src/datafiles/locale-files.js';
import type { Language } from '../../src/language/text.js';
import { translators } from '../../src/language/translator.js';
import { timeOf, timeWords } from '../../src/web/client/task/filter/time-words.js';

const locales = readLocales(DATA_DIRECTORY, new FlawCollector());
if (!locales) throw new Error('data/locales cannot be read');
const translator = translators(locales);

const schoolYear = { from: isoDate('2026-08-01'), to: isoDate('2027-07-31') };
const today = isoDate('2026-11-25');

/** `2027-03-01–2027-03-31`, or null. */
function said(text: string, language: Language = 'nb', year = schoolYear): string | null {
  const words = timeWords(translator[language]);
  const span = timeOf(text, words, { schoolYear: year, today });
  return span && `${span.from}–${span.to}`;
}

const MARCH = '2027-03-01–2027-03-31';
const WEEK_10 = '2027-03-08–2027-03-14';

describe('words that are looked for', () => {
  it.each<[Language, string, string, string]>([
    ['nb', 'mars', 'uke 10', 'neste uke'],
    ['nn', 'mars', 'veke 10', 'neste veke'],
    ['en', 'March', 'week 10', 'next week'],
  ])('name a month, a week or a day in %s', (language, month, week, next) => {
    expect(said(month, language)).toBe(MARCH);
    expect(said(week, language)).toBe(WEEK_10);
    expect(said(next, language)).toBe('2026-11-30–2026-12-06');
  });

  it.each<Language>(['nb', 'nn', 'en'])(
    'name it in another language than that of the page: %s',
    (language) => {
      for (const month of ['mars', 'march', 'Mars ', 'MARCH', 'mar', 'mar.'])
        expect(said(month, language), month).toBe(MARCH);
      for (const week of ['uke 10', 'Uke10', 'veke 10', 'week  10', 'veka 10'])
        expect(said(week, language), week).toBe(WEEK_10);
      for (const day of ['i dag', 'today']) expect(said(day, language), day).toBe('2026-11-25–2026-11-25');
      for (const month of ['mai', 'may']) expect(said(month, language), month).toBe('2027-05-01–2027-05-31');
    },
  );

  it.each<Language>(['nb', 'nn', 'en'])(
    'name every month of the school year in its own language: %s',
    (language) => {
      const t = translator[language];
      const spans = Array.from({ length: 12 }, (_, index) => said(t(`month.${index + 1}`), language));
      expect(new Set(spans).size).toBe(12);
      for (const [index, span] of spans.entries())
        expect(span).toContain(`${index + 1 >= 8 ? 2026 : 2027}-${String(index + 1).padStart(2, '0')}-01`);
    },
  );

  it('name a month of another year, weeks from one to another, and this week', () => {
    expect(said('mars 2026')).toBe('2026-03-01–2026-03-31');
    expect(said('februar 2028')).toBe('2028-02-01–2028-02-29');
    expect(said('uke 52-1')).toBe('2026-12-21–2027-01-10');
    expect(said('uke 10–12')).toBe('2027-03-08–2027-03-28');
    expect(said('denne uka')).toBe('2026-11-23–2026-11-29');
  });

  it('name the week that has more of its days in the school year, where two of them have its number', () => {
    // 1 August 2026 is the Saturday of week 31, 31 July 2027 that of week 30.
    expect(said('uke 31')).toBe('2026-07-27–2026-08-02');
    // 1 August 2021 is the Sunday of week 30, 31 July 2022 that of week 30.
    const year = { from: isoDate('2021-08-01'), to: isoDate('2022-07-31') };
    expect(said('uke 30', 'nb', year)).toBe('2022-07-25–2022-07-31');
    expect(said('uke 53')).toBe('2026-12-28–2027-01-03');
  });

  it.each(['', 'mars møte', 'søknadsfrist', 'uke', '10', 'uke 60', 'uke 12-10', 'marsipan', '1. mars', 'ma'])(
    'that name no time are searched for as they are: %j',
    (text) => {
      expect(said(text)).toBeNull();
    },
  );
});

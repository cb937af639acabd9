import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeNoDate, describeReason } from '../../src/calendar/describe.js';
import { isoDate } from '../../src/calendar/iso-date.js';
import { resolve } from '../../src/calendar/resolve.js';
import { LANGUAGES } from '../../src/language/text.js';
import { anyRule, anySchoolYear, knowledge, vestfold2025 } from './samples.js';

const wordingIn = (language: (typeof LANGUAGES)[number]) => ({
  language,
  t: knowledge.translate[language],
  templateTitle: (key: string) => key,
});

describe('the reasons of a date in words', () => {
  it('tell how 1 March 2026 became a Monday, in three languages', () => {
    const resolution = resolve({ kind: 'fixed-day', date: '03-01', roll: 'next-working-day' }, vestfold2025);
    const why = resolution.kind === 'dated' ? resolution.occurrences[0].why : [];
    const say = (language: (typeof LANGUAGES)[number]) =>
      why.map((reason) => describeReason(reason, wordingIn(language))).join(' ');
    expect(say('nb')).toBe(
      'Fast dato: søndag 1. mars 2026. 1. mars 2026 er søndag: flyttet til neste arbeidsdag, mandag 2. mars 2026.',
    );
    expect(say('nn')).toBe(
      'Fast dato: søndag 1. mars 2026. 1. mars 2026 er søndag: flytta til neste arbeidsdag, måndag 2. mars 2026.',
    );
    expect(say('en')).toBe(
      'Fixed date: Sunday 1 March 2026. 1 March 2026 is a Sunday: moved to the next working day, Monday 2 March 2026.',
    );
  });

  it('use the plural and the singular', () => {
    const offset = (schoolDays: number) =>
      describeReason(
        { kind: 'offset', offset: { kind: 'schoolDays', schoolDays }, date: isoDate('2026-10-12') },
        wordingIn('nb'),
      );
    expect(offset(1)).toBe('1 skoledag etter: mandag 12. oktober 2026.');
    expect(offset(-10)).toBe('10 skoledager før: mandag 12. oktober 2026.');
  });

  it('can be said of any rule in any school year, whole and in every language', () => {
    fc.assert(
      fc.property(anyRule, anySchoolYear, fc.constantFrom(...LANGUAGES), (rule, schoolYear, language) => {
        const resolution = resolve(rule, schoolYear);
        const wording = wordingIn(language);
        const sentences =
          resolution.kind === 'dated'
            ? resolution.occurrences.flatMap(({ why }) =>
                why.map((reason) => describeReason(reason, wording)),
              )
            : [describeNoDate(resolution.reason, wording)];
        for (const sentence of sentences) {
          expect(sentence).not.toMatch(/\{\{|undefined|NaN|null/);
          expect(sentence.length).toBeGreaterThan(5);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

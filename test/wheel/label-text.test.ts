import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LabelText, MOST_LINES } from '../../src/wheel/labels/label-text.js';
import { measureInter } from './inter.js';

const DATE = { weight: 'bold', colour: 'series-1' } as const;
const NAME = { weight: 'regular', colour: 'ink' } as const;

const labelOf = (name: string, date = '15.10.') =>
  new LabelText(
    [
      { text: date, ...DATE },
      { text: name, ...NAME },
    ],
    12,
    measureInter,
  );
const wordsOf = (label: LabelText, lines: number) =>
  label.inLines(lines).map(({ parts }) => parts.map(({ text }) => text).join(' '));

const anyName = fc
  .array(fc.stringMatching(/^[a-zæøå]{1,14}$/), { minLength: 1, maxLength: 9 })
  .map((words) => words.join(' '));

describe('the text of a label', () => {
  it('is in one line where it fits, and in two or three where it does not', () => {
    const label = labelOf('Lærlingundersøkelsen og Lærebedriftsundersøkelsen');
    expect(label.linesWithin(400)).toBe(1);
    expect(label.linesWithin(250)).toBe(2);
    expect(label.linesWithin(162)).toBe(3);
    expect(label.linesWithin(100)).toBeUndefined();
    expect(wordsOf(label, 2)).toEqual(['15.10. Lærlingundersøkelsen', 'og Lærebedriftsundersøkelsen']);
  });

  it('may be broken after a hyphen or a slash, and keeps it as it is written', () => {
    const label = labelOf('Foreldre-/foresattmøte i lærling-/lærekandidatordningen');
    expect(wordsOf(label, 3).join('').replaceAll(' ', '')).toBe(
      '15.10.Foreldre-/foresattmøteilærling-/lærekandidatordningen',
    );
    expect(wordsOf(label, 1)).toEqual(['15.10. Foreldre-/foresattmøte i lærling-/lærekandidatordningen']);
  });

  it('is whole and in order, however it is broken, and as narrow as it says', () => {
    fc.assert(
      fc.property(anyName, fc.integer({ min: 1, max: MOST_LINES }), (name, lines) => {
        const label = labelOf(name);
        const set = label.inLines(lines);
        expect(wordsOf(label, lines).join(' ')).toBe(`15.10. ${name}`);
        expect(Math.max(...set.map(({ width }) => width))).toBeCloseTo(label.narrowest(lines), 6);
      }),
    );
  });

  it('never takes fewer lines in less room', () => {
    fc.assert(
      fc.property(
        anyName,
        fc.integer({ min: 10, max: 600 }),
        fc.integer({ min: 0, max: 300 }),
        (name, width, more) => {
          const label = labelOf(name);
          const [narrow, wide] = [label.linesWithin(width), label.linesWithin(width + more)];
          expect(wide ?? MOST_LINES + 1).toBeLessThanOrEqual(narrow ?? MOST_LINES + 1);
        },
      ),
    );
  });
});

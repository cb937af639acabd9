import { describe, expect, it } from 'vitest';
import { skoleruteSchema } from '../../src/calendar/skolerute.js';
import { parseYaml } from '../../src/datafiles/yaml-file.js';
import { ArshjulError } from '../../src/errors/arshjul-error.js';
import { templatesFileSchema } from '../../src/task/template.js';

const SKOLERUTE = `county: "39"
schoolYear: 2026/2027
status: official
revised: 2026-11-24
source:
  page: vestfoldfylke.no
first-school-day: 2026-08-17
`;

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ArshjulError) return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const flawIn = (text: string) => messageOf(() => parseYaml('a.yaml', text, skoleruteSchema));

describe('a data file', () => {
  it('is typed from its schema', () => {
    expect(parseYaml('a.yaml', SKOLERUTE, skoleruteSchema).value).toMatchObject({
      county: '39',
      daysOff: [],
    });
  });

  it('names file, line and field of an unknown key', () => {
    expect(flawIn(`${SKOLERUTE}colour: blue\n`)).toBe('a.yaml:8: colour: is not a known key');
  });

  it('names file, line and field of a wrong value', () => {
    expect(flawIn(SKOLERUTE.replace('2026-08-17', '2026-02-30'))).toBe(
      'a.yaml:7: first-school-day: is not a date; write it as YYYY-MM-DD',
    );
  });

  it('names what is missing, at the line of its parent', () => {
    expect(flawIn(SKOLERUTE.replace('  page: vestfoldfylke.no', '  note: x'))).toContain(
      'a.yaml:5: source.page: is missing',
    );
  });

  it('names every flaw, not only the first', () => {
    expect(flawIn(SKOLERUTE.replace('"39"', '"Vestfold"').replace('official', 'maybe')).split('\n')).toEqual([
      'a.yaml:1: county: is not a county number of two digits',
      'a.yaml:3: status: should be "official", "provisional"',
    ]);
  });

  it('that is corrupt is said to be so, with its line', () => {
    expect(flawIn(`${SKOLERUTE}daysOff: [2026-11-06\n`)).toMatch(/^a\.yaml:\d+: not valid YAML: /);
  });

  it('with a doubled key is corrupt', () => {
    expect(flawIn(`${SKOLERUTE}county: "40"\n`)).toMatch(
      /^a\.yaml:8: not valid YAML: Map keys must be unique/,
    );
  });

  it('with a rule that fits no form is judged by the nearest one', () => {
    const text = `phase: oppstart-vg1
revised: 2026-11-24
templates:
  - key: a
    kind: deadline
    title: { nb: a, nn: a, en: a }
    description: { nb: a, nn: a, en: a }
    category: koordinering
    actor: school
    partners: []
    serves: [x]
    rule: { week: 60, day: fri, roll: none }
    why: { nb: a, nn: a, en: a }
    basis: customary
    level: { is: complete, because: measure-by-choice }
    reminders: [3]
`;
    expect(messageOf(() => parseYaml('t.yaml', text, templatesFileSchema))).toMatch(
      /^t\.yaml:12: templates\[0\]\.rule\.week: too big/,
    );
  });
});

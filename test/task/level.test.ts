import { describe, expect, it } from 'vitest';
import { generate } from '../../src/cycle/lifecycle/generate.js';
import { issueFlaws } from '../../src/errors/issue-flaws.js';
import { LEVELS, type Level } from '../../src/task/level.js';
import { LEVEL_REASONS } from '../../src/task/level-schema.js';
import { templateSchema } from '../../src/task/template.js';
import { knowledge, vestfold2026 } from '../calendar/samples.js';

const { templates } = knowledge;

/** A template of the data with some of its fields changed, as a file would hold it. */
function written(key: string, changes: object): unknown {
  const template = templates.find((each) => each.key === key);
  if (!template) throw new Error(`no template ${key}`);
  const { phase: _phase, revised: _revised, ...fields } = template;
  return { ...fields, ...changes };
}

function flawsOf(key: string, changes: object): string[] {
  const { error } = templateSchema.safeParse(written(key, changes));
  return issueFlaws(error?.issues ?? []).map(({ path, what }) => `${path.join('.')} ${what}`);
}

const level = (is: string, because: string) => ({ level: { is, because } });

const BY_LAW = 'klagefrist-eksamen';
const NATIONAL = 'privatister-var';
const BY_CUSTOM = 'skolestart';

describe('the level of a template', () => {
  it('is essential when its date is by law, and says so', () => {
    const flaw = `level should be essential because of law: ${BY_LAW} has the basis law`;
    expect(flawsOf(BY_LAW, level('recommended', 'keeps-a-deadline'))).toEqual([flaw]);
    expect(flawsOf(BY_LAW, level('essential', 'shared-by-all-counties'))).toEqual([flaw]);
  });

  it('is essential when its date is national, and says so', () => {
    const flaw = `level should be essential because of national-date: ${NATIONAL} has the basis national`;
    expect(flawsOf(NATIONAL, level('complete', 'measure-by-choice'))).toEqual([flaw]);
    expect(flawsOf(NATIONAL, level('essential', 'law'))).toEqual([flaw]);
  });

  it.each([
    ['essential', 'law', 'the basis law'],
    ['essential', 'national-date', 'the basis national'],
    ['recommended', 'asked-by-the-knowledge-base', 'the basis seed'],
    ['recommended', 'ties-units-together', 'a partner'],
    ['complete', 'recurs-through-the-year', 'a rule that repeats'],
    ['complete', 'phase-as-a-whole', 'the key of a phase'],
  ])('is not %s because of %s without %s', (is, because, asked) => {
    expect(flawsOf(BY_CUSTOM, level(is, because))).toEqual([
      `level does not fit ${BY_CUSTOM}: ${because} asks for ${asked}`,
    ]);
  });

  it('has a reason of its own level', () => {
    expect(flawsOf(BY_CUSTOM, level('recommended', 'measure-by-choice'))).toEqual([
      `level.because should be ${LEVEL_REASONS.recommended.map((reason) => `"${reason}"`).join(', ')}`,
    ]);
  });

  it('is one of the three, and not left out', () => {
    expect(flawsOf(BY_CUSTOM, level('important', 'law'))).toEqual([
      `level.is should be ${LEVELS.map((each) => `"${each}"`).join(', ')}`,
    ]);
    expect(flawsOf(BY_CUSTOM, { level: undefined })).toEqual(['level is missing']);
  });
});

describe('the levels of data/cycle', () => {
  /** The templates of an årshjul of a level, which has those of the levels before it too. */
  const upTo = (last: Level) =>
    templates.filter(({ level: { is } }) => LEVELS.indexOf(is) <= LEVELS.indexOf(last));

  it('make every date by law and every national date essential', () => {
    const given = templates.filter(({ basis }) => basis === 'law' || basis === 'national');
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter(({ level: { is } }) => is !== 'essential')).toEqual([]);
  });

  it('make an essential årshjul of about 40 templates, a recommended one of about 90', () => {
    expect(upTo('essential').length).toBeGreaterThanOrEqual(30);
    expect(upTo('essential').length).toBeLessThanOrEqual(60);
    expect(upTo('recommended').length).toBeGreaterThanOrEqual(70);
    expect(upTo('recommended').length).toBeLessThanOrEqual(110);
    expect(upTo('complete')).toEqual(templates);
  });

  it('make a recommended årshjul of at most 100 tasks', () => {
    const recommended = new Set(upTo('recommended').map(({ key }) => key));
    const { tasks } = generate(knowledge, vestfold2026, [], 'complete');
    const shown = tasks.filter(({ key }) => key !== null && recommended.has(key));
    expect(shown.length).toBeGreaterThanOrEqual(recommended.size);
    expect(shown.length).toBeLessThanOrEqual(100);
  });

  it('give each reason to some template', () => {
    const used = new Set<string>(templates.map(({ level: { because } }) => because));
    expect(
      Object.values(LEVEL_REASONS)
        .flat()
        .filter((reason) => !used.has(reason)),
    ).toEqual([]);
  });

  it('leave no phase and no actor without an essential task', () => {
    const essential = upTo('essential');
    expect(new Set(essential.map(({ phase }) => phase))).toEqual(
      new Set(templates.map(({ phase }) => phase)),
    );
    expect(new Set(essential.map(({ actor }) => actor))).toEqual(
      new Set(templates.map(({ actor }) => actor)),
    );
  });
});

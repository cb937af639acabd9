import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { builtContent } from '../../src/datafiles/built-contents.js';
import { DATA_DIRECTORY } from '../../src/datafiles/data-directory.js';
import { loadKnowledge } from '../../src/datafiles/knowledge.js';

const folder = mkdtempSync(join(tmpdir(), 'arshjul-data-'));
const COUNTIES = readFileSync(`${DATA_DIRECTORY}/counties.yaml`, 'utf8');

afterAll(() => rmSync(folder, { recursive: true }));

describe('what the build has read of data/', () => {
  it('is what the files say', () => {
    expect(builtContent(COUNTIES)).toEqual(parse(COUNTIES));
  });

  it('is not shared by those who ask for it', () => {
    expect(builtContent(COUNTIES)).not.toBe(builtContent(COUNTIES));
  });

  it('does not stand for a file that has been changed since', () => {
    const changed = COUNTIES.replace('Vestfold', 'Vestfold og sjøen');
    expect(builtContent(changed)).toBeUndefined();
    cpSync(DATA_DIRECTORY, folder, { recursive: true });
    writeFileSync(`${folder}/counties.yaml`, changed);
    const vestfold = loadKnowledge(folder).counties.find(({ number }) => number === '39');
    expect(vestfold?.name.nb).toBe('Vestfold og sjøen');
  });

  it('is not needed to tell the lines of flaws', () => {
    cpSync(DATA_DIRECTORY, folder, { recursive: true });
    const phases = `${folder}/framework/phases`;
    const [first = ''] = readdirSync(phases).sort();
    copyFileSync(`${phases}/${first}`, `${phases}/zz-again.yaml`);
    const text = readFileSync(`${phases}/${first}`, 'utf8');
    const line = text.split('\n').findIndex((each) => each.startsWith('id: ')) + 1;
    expect(builtContent(text)).toBeDefined();
    expect(() => loadKnowledge(folder)).toThrow(
      new RegExp(
        `zz-again\\.yaml:${line}: id: .* is already the id of another phase, in .*/${first}:${line}$`,
        'm',
      ),
    );
  });
});

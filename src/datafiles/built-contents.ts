import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { DATA_DIRECTORY } from './data-directory.js';
import { contentOf } from './yaml-content.js';

const BUILT_CONTENTS = fileURLToPath(new URL('../../dist/data.json', import.meta.url));

/** The parsed contents of YAML texts, as JSON, by the digests of the texts. */
type Contents = Readonly<Record<string, string>>;

let contents: Contents | undefined;

/**
 * The content of a YAML file of data/ as parsed by the build, which takes a twentieth of the time of parsing it; undefined for
 * a text that the build has not seen, such as that of a file changed since. The caller may modify the result.
 */
export function builtContent(text: string): unknown {
  contents ??= readContents();
  const content = contents[digestOf(text)];
  return content === undefined ? undefined : JSON.parse(content);
}

/** Called by the build: parses all of data/ for later starts. Flawed files are left out; the start reports them. */
export function writeBuiltContents(): void {
  const found: Record<string, string> = {};
  for (const file of globSync('**/*.yaml', { cwd: DATA_DIRECTORY }).sort()) {
    const text = readFileSync(`${DATA_DIRECTORY}/${file}`, 'utf8');
    const read = contentOf(text);
    if (!('content' in read)) continue;
    const json = JSON.stringify(read.content);
    // YAML can say more than JSON can.
    if (json !== undefined && isDeepStrictEqual(JSON.parse(json), read.content)) found[digestOf(text)] = json;
  }
  writeFileSync(BUILT_CONTENTS, JSON.stringify(found));
}

/** What the build has written; empty when it has written nothing, or not completely. */
function readContents(): Contents {
  try {
    return JSON.parse(readFileSync(BUILT_CONTENTS, 'utf8')) as Contents;
  } catch {
    return {};
  }
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url');

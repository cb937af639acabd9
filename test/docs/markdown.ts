/** The documentation as its tests read it: README.md, CONTRIBUTING.md, CHANGELOG.md and docs/. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Page {
  /** From the root of the repository: `docs/api.md`. */
  readonly path: string;
  readonly text: string;
  /** What stands in code: inline spans, and the lines of blocks. */
  readonly code: readonly string[];
}

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Whether a file or folder is there, by its path from the root. */
export function exists(path: string): boolean {
  return existsSync(join(ROOT, path));
}

const BLOCK = /^( *)```.*\n([\s\S]*?)^\1```$/gm;

function pageOf(path: string): Page {
  const text = read(path);
  const blocks = [...text.matchAll(BLOCK)].flatMap(([, , lines = '']) => lines.trim().split('\n'));
  const spans = [...text.replace(BLOCK, '').matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
  return { path, text, code: [...spans, ...blocks] };
}

/** Every page, in order of path. CHANGELOG.md is not among them: it names what has been. */
export function pages(): Page[] {
  const paths = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: ROOT })];
  return paths.sort().map(pageOf);
}

/** Where the relative links of a page lead, by path from the root, each with the heading it names. */
export function linksOf({ path, text }: Page): { readonly target: string; readonly heading: string }[] {
  return [...text.replace(BLOCK, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^(https?|mailto):/.test(link))
    .map((link) => {
      const [file = '', heading = ''] = link.split('#');
      return { target: file === '' ? path : normalize(join(dirname(path), file)), heading };
    });
}

/** The names by which links lead to the headings of a text, as GitHub makes them. */
export function headingsOf(text: string): string[] {
  return [...text.replace(BLOCK, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

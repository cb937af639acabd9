import { readFileSync } from 'node:fs';
import { isMap, isNode, isPair, isScalar } from 'yaml';
import type { z } from 'zod';
import { ArshjulError, type DataFlaw } from '../errors/arshjul-error.js';
import { issueFlaws } from '../errors/issue-flaws.js';
import { builtContent } from './built-contents.js';
import { contentOf } from './yaml-content.js';

export type FieldPath = readonly (string | number)[];

/** A parsed YAML file that knows the line of each field. */
export interface YamlFile<T> {
  readonly file: string;
  readonly value: T;
  /** The flaw of one field, for rules that span files and so cannot be in the file's schema. */
  flaw(path: FieldPath, what: string): DataFlaw;
}

/** What is piped to the program, as a file. */
export const STANDARD_INPUT = 0;

/** Reads a text file, or standard input; throws ArshjulError `unreadable-file`. */
export function readText(file: string | typeof STANDARD_INPUT): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ArshjulError({
      code: 'unreadable-file',
      file: String(file),
      cause: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
}

/** Reads and validates a YAML file; throws ArshjulError `unreadable-file` or `invalid-data` with every flaw and its line. */
export function readYaml<S extends z.ZodType>(file: string, schema: S): YamlFile<z.output<S>> {
  const text = readText(file);
  return checked(file, text, schema, builtContent(text));
}

/** Parses and validates the text of a YAML file that is called `file` in messages. */
export function parseYaml<S extends z.ZodType>(file: string, text: string, schema: S): YamlFile<z.output<S>> {
  return checked(file, text, schema, undefined);
}

/** The text of a file as its document; throws ArshjulError `invalid-data`. */
function documentOf(file: string, text: string) {
  const read = contentOf(text);
  if ('content' in read) return read;
  const { line, what } = read;
  throw new ArshjulError({
    code: 'invalid-data',
    flaws: [{ file, line, field: '', what: `not valid YAML: ${what}` }],
  });
}

/** Validates what a file says: `known`, or what is parsed of its text, which is needed otherwise only for the lines of flaws. */
function checked<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  known: unknown,
): YamlFile<z.output<S>> {
  let parsedText: ReturnType<typeof documentOf> | undefined;
  const document = () => {
    parsedText ??= documentOf(file, text);
    return parsedText;
  };
  const content = known ?? document().content;
  const flaw = (path: FieldPath, what: string): DataFlaw => ({
    file,
    line: lineOf(document(), path),
    field: fieldName(path),
    what,
  });
  const parsed = schema.safeParse(content);
  if (!parsed.success) {
    throw new ArshjulError({
      code: 'invalid-data',
      flaws: issueFlaws(parsed.error.issues).map(({ path, what }) => flaw(path, what)),
    });
  }
  return { file, value: parsed.data, flaw };
}

/** `tasks[3].title.nb` for a path of keys and indexes. */
export function fieldName(path: FieldPath): string {
  return path.reduce<string>(
    (name, step) => (typeof step === 'number' ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`),
    '',
  );
}

/** The path of a field name such as `daysOff[2]`. */
export function fieldPath(name: string): FieldPath {
  const steps = name.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** The line of the deepest part of the path that exists in the file. */
function lineOf({ document, lines }: ReturnType<typeof documentOf>, path: FieldPath): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const step = path[depth - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      );
      const offset = pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
      if (offset !== undefined) return lines.linePos(offset).line;
    }
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

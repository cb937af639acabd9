import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ArshjulError, type DataFlaw } from '../errors/arshjul-error.js';
import { issueFlaws } from '../errors/issue-flaws.js';
import { YAML_ALIASES } from '../file-bounds/bounds.js';

export type FieldPath = readonly (string | number)[];

/** A parsed YAML file that can tell where each of its fields stands. */
export interface YamlFile<T> {
  readonly file: string;
  readonly value: T;
  /** The flaw of one field, for rules that span files and so cannot be in the file's schema. */
  flaw(path: FieldPath, what: string): DataFlaw;
}

/** Reads a text file; throws ArshjulError `unreadable-file`. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ArshjulError({
      code: 'unreadable-file',
      file,
      cause: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
}

/** Reads and validates a YAML file; throws ArshjulError `unreadable-file` or `invalid-data` with every flaw and its line. */
export function readYaml<S extends z.ZodType>(file: string, schema: S): YamlFile<z.output<S>> {
  return parseYaml(file, readText(file), schema);
}

/** A document and what it says; an alias of nothing, or too many of them, shows only when it is asked for. */
function documentOf(file: string, text: string, lineCounter: LineCounter) {
  const invalid = (line: number, what: string) =>
    new ArshjulError({
      code: 'invalid-data',
      flaws: [{ file, line, field: '', what: `not valid YAML: ${what}` }],
    });
  try {
    const document = parseDocument(text, { lineCounter });
    // The first error only: those after it are mostly its consequences.
    const [error] = document.errors;
    if (error) {
      const line = error.linePos?.[0].line ?? 1;
      throw invalid(line, (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:$/, ''));
    }
    return { document, content: document.toJS({ maxAliasCount: YAML_ALIASES }) as unknown };
  } catch (error) {
    if (error instanceof ArshjulError) throw error;
    // The parser calls itself for each level.
    if (error instanceof RangeError) throw invalid(1, 'it is nested too deep');
    throw invalid(1, error instanceof Error ? error.message : String(error));
  }
}

/** Parses and validates the text of a YAML file that is called `file` in messages. */
export function parseYaml<S extends z.ZodType>(file: string, text: string, schema: S): YamlFile<z.output<S>> {
  const lines = new LineCounter();
  const { document, content } = documentOf(file, text, lines);
  const flaw = (path: FieldPath, what: string): DataFlaw => ({
    file,
    line: lineOf(document, lines, path),
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

/** The path that a field name such as `daysOff[2]` stands for. */
export function fieldPath(name: string): FieldPath {
  const steps = name.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** The line of the deepest part of the path that exists in the file. */
function lineOf(document: Document, lines: LineCounter, path: FieldPath): number {
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

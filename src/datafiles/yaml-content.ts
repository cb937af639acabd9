import { type Document, LineCounter, parseDocument } from 'yaml';
import { YAML_ALIASES } from '../file-bounds/bounds.js';

/** The content of a YAML text with the position of each part; or why it is not YAML, and in which line. */
export type YamlContent =
  | { readonly document: Document; readonly lines: LineCounter; readonly content: unknown }
  | { readonly line: number; readonly what: string };

/** Parses a text of YAML; an alias of nothing, or too many of them, shows only when it is asked what the document says. */
export function contentOf(text: string): YamlContent {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines });
    // The first error only: those after it are mostly its consequences.
    const [error] = document.errors;
    if (error) {
      const what = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:$/, '');
      return { line: error.linePos?.[0].line ?? 1, what };
    }
    return { document, lines, content: document.toJS({ maxAliasCount: YAML_ALIASES }) };
  } catch (error) {
    // The parser calls itself for each level.
    if (error instanceof RangeError) return { line: 1, what: 'it is nested too deeply' };
    return { line: 1, what: error instanceof Error ? error.message : String(error) };
  }
}

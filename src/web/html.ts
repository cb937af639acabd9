import { ENTITIES } from '../language/entities.js';

/** HTML that needs no escaping. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly Html[];

function write(part: Part): string {
  if (typeof part === 'object') return 'html' in part ? part.html : part.map(write).join('');
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A tagged template that escapes what is put into it. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.reduce((page, text, index) => page + write(parts[index - 1] ?? '') + text) };
}

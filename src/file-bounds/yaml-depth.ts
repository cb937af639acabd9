import { YAML_DEPTH } from './bounds.js';
import { checkAtMost } from './too-much.js';

/**
 * Throws TooMuch when YAML opens more brackets than it closes, or more lists within lists in one line, than its reader gets
 * through in time. Levels that are indented need no bound: each takes as many characters as it is deep.
 */
export function checkYamlDepth(text: string): void {
  let depth = 0;
  for (const [found] of text.matchAll(/[[\]{}]|^(?:[ \t]*[-?:](?=[ \t]))+/gm)) {
    if (found === '[' || found === '{') depth += 1;
    else if (found === ']' || found === '}') depth = Math.max(0, depth - 1);
    else checkAtMost('depth', found.replace(/[ \t]/g, '').length, YAML_DEPTH);
    checkAtMost('depth', depth, YAML_DEPTH);
  }
}

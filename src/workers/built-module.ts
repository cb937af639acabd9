/**
 * The address of a module as it has been built, by its path under src/ without an ending. A thread can only be started
 * from JavaScript: the program runs from dist/, and tests, which run from src/, take their threads from dist/ too.
 */
export function builtModule(path: string): URL {
  return new URL(`../../dist/${path}.js`, import.meta.url);
}

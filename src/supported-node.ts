/**
 * Why the program cannot run on a version of Node, in one line; undefined when it can. `engines` is package.json's, of the
 * form `>=22.12`. Throws for any other form.
 */
export function unsupportedNode(version: string, engines: string): string | undefined {
  const [, least] = /^>=(\d+(?:\.\d+){0,2})$/.exec(engines) ?? [];
  if (least === undefined)
    throw new Error(`package.json: engines.node ${engines} is not of the form >=22.12`);
  if (isAtLeast(numbersOf(version), numbersOf(least))) return undefined;
  return `årshjul requires Node ${least} or newer; this is ${version}. Start it with npm start or npx arshjul, which come with their own.`;
}

const numbersOf = (version: string) => version.split('.').map((part) => Number.parseInt(part, 10));

function isAtLeast(version: readonly number[], least: readonly number[]): boolean {
  for (const [at, number] of least.entries()) {
    const own = version[at] ?? 0;
    if (own !== number) return own > number;
  }
  return true;
}

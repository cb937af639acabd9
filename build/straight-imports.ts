import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Where each name that a package gives comes from: the file, and what it is called there. */
type Origins = ReadonlyMap<string, { readonly file: string; readonly name: string }>;

/**
 * Imports what a package's index gives from the files that it comes from. Through the index all of it belongs to whatever
 * needs some of it, and what a single page needs would be fetched with the first. An index says either
 * `export { a as b } from './c.js'` or `import { a as b } from './c.js'` and `export { b as d }`.
 */
export function straightImports(indexes: Readonly<Record<string, string>>) {
  const origins = new Map(Object.entries(indexes).map(([name, index]) => [name, originsOf(index)]));
  return (code: string): string =>
    code.replace(/import \{([^}]*)\} from ["']([^"']+)["'];?/g, (written, names: string, from: string) => {
      const known = origins.get(from);
      return known
        ? namesIn(names)
            .map((each) => straight(each, known, from))
            .join('\n')
        : written;
    });
}

function straight([name, local]: readonly [string, string], origins: Origins, from: string): string {
  const origin = origins.get(name);
  if (!origin) throw new Error(`${from} gives no ${name}`);
  return `import { ${origin.name} as ${local} } from ${JSON.stringify(origin.file)};`;
}

function originsOf(index: string): Origins {
  const code = readFileSync(index, 'utf8');
  const origins = new Map<string, { readonly file: string; readonly name: string }>();
  const imported = new Map<string, { readonly file: string; readonly name: string }>();
  for (const [, kind, names = '', path = ''] of code.matchAll(
    /(import|export) \{([^}]*)\} from ["'](\.[^"']*)["']/g,
  ))
    for (const [name, as] of namesIn(names))
      (kind === 'import' ? imported : origins).set(as, { file: resolve(dirname(index), path), name });
  for (const [, names = ''] of code.matchAll(/export \{([^}]*)\};/g))
    for (const [name, as] of namesIn(names)) {
      const origin = imported.get(name);
      if (origin) origins.set(as, origin);
    }
  return origins;
}

/** What stands between the brackets of an import or export: each name, and what it becomes. */
function namesIn(names: string): readonly (readonly [string, string])[] {
  return names
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && !each.startsWith('type '))
    .map((each) => {
      const [name = '', as = name] = each.split(/\s+as\s+/);
      return [name, as] as const;
    });
}

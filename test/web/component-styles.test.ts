import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const PACKAGES = 'node_modules/@digdir';
const COMPONENTS = `${PACKAGES}/designsystemet-react/dist/esm/components`;

/** `ToggleGroup` as `toggle-group`. */
const kebab = (name: string) => name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();

/** The components of Designsystemet that the page imports. */
function componentsUsed(): string[] {
  const names = globSync('src/web/client/**/*.tsx').flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(/import \{([^}]*)\} from '@digdir\/designsystemet-react'/g),
    ].flatMap(([, list = '']) => list.split(',').map((each) => each.trim())),
  );
  return [...new Set(names.filter((name) => name !== '' && !name.startsWith('type ')).map(kebab))];
}

/** The style sheets of the classes that a component gives its elements, such as `ds-input` for a select. */
function stylesOf(component: string): string[] {
  const scripts = globSync(`${COMPONENTS}/${component}/**/*.js`).map((file) => readFileSync(file, 'utf8'));
  // What stands first in jsx() is the name of an element.
  const classes = scripts.flatMap((script) => [
    ...script.matchAll(/(?<!jsxs?\()["'`\s]ds-([a-z-]+)["'`\s]/g),
  ]);
  return [...new Set(classes.map(([, name = '']) => name))].filter((name) =>
    existsSync(`${PACKAGES}/designsystemet-css/dist/src/${name}.css`),
  );
}

it('fetches the styles of every component that the page uses', () => {
  const sheet = readFileSync('src/web/client/styles/designsystem.css', 'utf8');
  const imported = [...sheet.matchAll(/designsystemet-css\/([\w-]+)\.css/g)].map(([, name]) => name);
  const used = componentsUsed().flatMap(stylesOf);
  expect(used).toContain('toggle-group');
  expect(used).toContain('input');
  expect(used.filter((name) => !imported.includes(name))).toEqual([]);
});

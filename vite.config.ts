import { writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { parse } from 'yaml';
import { straightImports } from './build/straight-imports.ts';

/**
 * What of data/locales the page does not show: what the service alone says, in mails, on posters, on pages without scripts,
 * why templates have their levels, and the reasons of dates, which the page is sent as sentences.
 */
export const SERVICE_SECTIONS = [
  'basis',
  'feed',
  'level-reason',
  'mail',
  'page',
  'poster',
  'reason',
  'repeat',
  'sign-in',
  'summary',
] as const;

/** data/locales as modules: each language is a chunk of its own, fetched when it is shown. */
export const yaml: Plugin = {
  name: 'yaml',
  transform: (code, id) => {
    if (!id.endsWith('.yaml')) return null;
    const texts: Record<string, unknown> = parse(code);
    if (/locales.\w+\.yaml$/.test(id)) for (const section of SERVICE_SECTIONS) delete texts[section];
    return { code: `export default ${JSON.stringify(texts)};`, map: null };
  },
};

/** Says beside the page which packages are in it, for NOTICE. */
const packages: Plugin = {
  name: 'packages',
  generateBundle(_options, bundle) {
    const modules = [
      ...Object.values(bundle).flatMap((file) =>
        // A file that a style names, such as a font, is told by where it came from.
        file.type === 'chunk' ? file.moduleIds : file.originalFileNames,
      ),
      // A style leaves no module behind.
      ...[...this.getModuleIds()].filter((id) => /\.css(\?|$)/.test(id)),
    ];
    const names = modules.flatMap((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []);
    const source = `${JSON.stringify([...new Set(names)].sort(), null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'packages.json', source });
  },
};

const CLIENT = resolve('src/web/client');

/** What everybody who works meets on the first page that they open, by its file in the page's folder. */
export const WORK_PARTS: readonly string[] = [
  'shell/work-menu',
  'pages/cycles/view/cycle-tools',
  'pages/cycles/view/agenda/bulk-agenda',
  'task/editing/editing',
  'task/marks/edit-icon',
  'task/marks/edit-link',
  'task/move/drag-layer',
  'task/move/move-keys',
  'ui/notice/toasts',
  'data/live/follow-cycle',
];

const WORK = '\0work';

/**
 * Fetches those parts as one. Each is imported where it is shown, so that visitors are spared it; left alone, each would be a
 * file of its own, and so would everything that two of them share.
 */
const workTogether: Plugin = {
  name: 'work together',
  enforce: 'pre',
  resolveId: (id) => (id === 'virtual:work' ? WORK : null),
  transform(code, id) {
    if (!id.startsWith(CLIENT) || !id.endsWith('.tsx')) return null;
    const joined = code.replace(/import\('(\.[^']*)\.js'\)/g, (written, path: string) => {
      const part = relative(CLIENT, resolve(id, '..', path));
      return WORK_PARTS.includes(part) ? `import('virtual:work').then((work) => work['${part}'])` : written;
    });
    return joined === code ? null : { code: joined, map: null };
  },
  load: (id) =>
    id === WORK
      ? WORK_PARTS.map((part) => `export * as '${part}' from '${CLIENT}/${part}.tsx';`).join('\n')
      : null,
};

const LIBRARIES = resolve('node_modules');

const straighten = straightImports({
  '@digdir/designsystemet-react': `${LIBRARIES}/@digdir/designsystemet-react/dist/esm/index.js`,
  '@navikt/aksel-icons': `${LIBRARIES}/@navikt/aksel-icons/dist/react/esm/index.js`,
});

/** Takes each component and icon from the file that it is in, so that a page is fetched with those that it shows. */
const straight: Plugin = {
  name: 'straight imports',
  enforce: 'pre',
  transform: (code, id) =>
    id.startsWith(CLIENT) && id.endsWith('.tsx') ? { code: straighten(code), map: null } : null,
};

const FLOATING = '@floating-ui/dom';

/**
 * Fetches what places popovers when the reader first does something: src/web/client/ui/popover/floating-later.ts stands in for it
 * where Designsystemet imports it.
 */
const floatingLater: Plugin = {
  name: 'floating later',
  enforce: 'pre',
  resolveId(id, importer = '') {
    if (id === 'virtual:floating')
      return this.resolve(FLOATING, `${LIBRARIES}/@digdir/designsystemet-web/package.json`);
    return id === FLOATING && /designsystemet-web\/dist\/esm\/popover\//.test(importer)
      ? `${CLIENT}/ui/popover/floating-later.ts`
      : null;
  },
};

/** Packs what is text as small as it gets, once, beside each file: the service sends it as it is. */
const packed: Plugin = {
  name: 'packed',
  async writeBundle({ dir = '' }, bundle) {
    const pack = promisify(brotliCompress);
    const texts = Object.entries(bundle).filter(([name]) => /^assets\/.*\.(js|css|svg)$/.test(name));
    await Promise.all(
      texts.map(async ([name, file]) => {
        const bytes = await pack(file.type === 'chunk' ? file.code : file.source, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
        });
        await writeFile(resolve(dir, `${name}.br`), bytes);
      }),
    );
  },
};

type ModuleInfoOf = (
  id: string,
) => { readonly isEntry: boolean; readonly importers: readonly string[] } | null;

/** Whether a module is imported by another of a kind, however far away, and not only by what is fetched when it is needed. */
function isImportedBy(
  id: string,
  isOfKind: (id: string, info: NonNullable<ReturnType<ModuleInfoOf>>) => boolean,
  moduleInfoOf: ModuleInfoOf,
): boolean {
  const seen = new Set([id]);
  for (const each of seen) {
    const info = moduleInfoOf(each);
    if (info && isOfKind(each, info)) return true;
    for (const importer of info?.importers ?? []) seen.add(importer);
  }
  return false;
}

export default defineConfig({
  root: 'src/web/client',
  plugins: [workTogether, straight, floatingLater, react(), yaml, packages, packed],
  build: {
    // Browsers that do not know it fetch the same a little later.
    modulePreload: { polyfill: false },
    outDir: '../../../dist/page',
    emptyOutDir: true,
    // Everything is a file of its own: the content security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs comes in two files rather than dozens, which cost more to pack and to ask for.
            {
              debugName: 'every page',
              name: (id, context) => {
                const isOfEveryPage = isImportedBy(
                  id,
                  (_, { isEntry }) => isEntry,
                  (each) => context.getModuleInfo(each),
                );
                if (!isOfEveryPage) return null;
                return /node_modules.*(?<!\.css)$/.test(id) ? 'libraries' : 'page';
              },
              priority: 2,
            },
            {
              debugName: 'work',
              name: (id, context) =>
                isImportedBy(
                  id,
                  (each) => each === WORK,
                  (each) => context.getModuleInfo(each),
                )
                  ? 'work'
                  : null,
              priority: 1,
            },
            {
              debugName: 'other pages',
              // Small things that several other pages have in common come in one file rather than in one each.
              name: (id) =>
                /node_modules.(@digdir.designsystemet-react|@navikt.aksel-icons).*(?<!\.css)$/.test(id)
                  ? 'components'
                  : null,
            },
          ],
        },
      },
      treeshake: {
        // Designsystemet does not say so itself, but a component that is not used does nothing.
        moduleSideEffects: [
          { test: /designsystemet-react/, sideEffects: false },
          // Nor does an element that none of its components in use stands for: together they are a tenth of all scripts.
          {
            test: /designsystemet-web\/dist\/esm\/(breadcrumbs|error-summary|pagination|suggestion|tabs|tooltip)\/|@u-elements\/u-(combobox|datalist|tabs)\//,
            sideEffects: false,
          },
        ],
      },
    },
  },
});

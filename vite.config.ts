import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { parse } from 'yaml';

/** data/locales as modules: each language is a chunk of its own, fetched when it is shown. */
const yaml: Plugin = {
  name: 'yaml',
  transform: (code, id) =>
    id.endsWith('.yaml') ? { code: `export default ${JSON.stringify(parse(code))};`, map: null } : null,
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

type ModuleInfoOf = (
  id: string,
) => { readonly isEntry: boolean; readonly importers: readonly string[] } | null;

/** Whether a module is imported by the entry, however far away, and not only by what is fetched when it is needed. */
function isOfEveryPage(id: string, moduleInfoOf: ModuleInfoOf): boolean {
  const seen = new Set([id]);
  for (const each of seen) {
    const info = moduleInfoOf(each);
    if (info?.isEntry) return true;
    for (const importer of info?.importers ?? []) seen.add(importer);
  }
  return false;
}

export default defineConfig({
  root: 'src/web/client',
  plugins: [react(), yaml, packages],
  build: {
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
                if (!isOfEveryPage(id, (each) => context.getModuleInfo(each))) return null;
                return id.includes('node_modules') ? 'libraries' : 'page';
              },
            },
            // The texts of all that is for those who work come together, a file for each language.
            {
              debugName: 'work texts',
              test: /locales\/workbench\//,
              name: (id: string) => `work-${/(\w+)\.yaml$/.exec(id)?.[1]}`,
            },
          ],
        },
      },
      treeshake: {
        // Designsystemet does not say so itself, but a component that is not used does nothing.
        moduleSideEffects: [{ test: /designsystemet-react/, sideEffects: false }],
      },
    },
  },
});

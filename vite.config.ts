import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { parse } from 'yaml';

/** data/locales as modules: each language is a chunk of its own, fetched when it is shown. */
const yaml: Plugin = {
  name: 'yaml',
  transform: (code, id) =>
    id.endsWith('.yaml') ? { code: `export default ${JSON.stringify(parse(code))};`, map: null } : null,
};

export default defineConfig({
  root: 'src/web/client',
  plugins: [react(), yaml],
  build: {
    outDir: '../../../dist/page',
    emptyOutDir: true,
    // Everything is a file of its own: the content security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // The texts of all that is for those who work come together, a file for each language.
        codeSplitting: {
          groups: [
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

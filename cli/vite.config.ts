import { defineConfig } from 'vite';

/** Bundles the `tacit` command into one file that Node runs by itself. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'main.ts',
    outDir: '../.output/cli',
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'tacit.mjs', codeSplitting: false } },
  },
});

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../.output/console', import.meta.url)),
    emptyOutDir: true,
    // The collector's content security policy allows no data: scripts or styles.
    assetsInlineLimit: 0,
  },
});

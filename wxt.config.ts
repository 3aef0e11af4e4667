import { defineConfig } from 'wxt';
import { GECKO_ID, UNPACKED_KEY } from './lib/browser/identity.ts';

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: 'Tacit',
    permissions: ['storage', 'alarms', 'scripting'],
    ...(browser === 'firefox' ? { browser_specific_settings: { gecko: { id: GECKO_ID } } } : { key: UNPACKED_KEY }),
  }),
});

import { defineConfig } from 'wxt';
import { GECKO_ID, UNPACKED_KEY } from './lib/browser/identity.ts';
import { shippedTables } from './scripts/shipped-tables.ts';
import { withoutJsonSchema } from './scripts/without-json-schema.ts';

/** Set for store packages: the store gives them their id, so they carry no key. */
const forStore = process.env.TACIT_STORE === '1';
// Match patterns of further hosts, separated by blanks, for packages that an organisation makes for itself; see docs/add-a-site.md.
const furtherHosts = (process.env.TACIT_HOSTS ?? '').split(/\s+/).filter((pattern) => pattern !== '');
/** Set for the gallery of components, which is never part of a package. */
const withGallery = process.env.GALLERY === '1';

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  // Both browsers inject content scripts in the order of their names, so the gate stands before the guide speaks to it.
  ...(withGallery ? {} : { filterEntrypoints: ['background', 'dialog', 'gate', 'guide', 'options', 'popup', 'welcome'] }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'scripting', 'declarativeNetRequest', 'webRequest', 'webRequestBlocking'],
    // Asked for when a policy names hosts that are not in this build; nothing is granted by an install.
    optional_host_permissions: ['https://*/*'],
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'" },
    incognito: 'spanning',
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: GECKO_ID, strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : {
          minimum_chrome_version: '120',
          storage: { managed_schema: 'managed-schema.json' },
          ...(forStore ? {} : { key: UNPACKED_KEY }),
        }),
  }),
  hooks: {
    'build:manifestGenerated': (_wxt, manifest) => {
      const scripts = manifest.content_scripts ?? [];
      const guide = scripts.find((script) => script.js?.some((file) => file.includes('guide')));
      // The gate carries no site data; it runs where the guide runs. The background needs the same hosts to inject the dialog.
      for (const script of scripts) script.matches = guide?.matches ?? script.matches ?? [];
      // Sockets have patterns of their own, which only host permissions take.
      const hosts = (guide?.matches ?? []).flatMap((match) => [
        match,
        match.replace(/^(?:https|\*):/, (scheme) => (scheme === '*:' ? 'ws:' : 'wss:')),
      ]);
      manifest.host_permissions = [...new Set([...hosts, ...furtherHosts])];
    },
  },
  vite: () => ({
    build: { target: 'es2022' },
    plugins: [
      ...shippedTables(),
      { name: 'json-schema-stays-in-the-repository', transform: (code: string, path: string) => withoutJsonSchema(code, path) },
      {
        name: 'bare-gate',
        enforce: 'pre',
        // WXT's own way of starting it would add a logger, for failures that cannot be.
        load(id: string) {
          const [start, entry] = id.split('virtual:wxt-content-script-main-world-entrypoint?');
          return start === '\0' && entry ? `import definition from ${JSON.stringify(entry)}; definition.main();` : null;
        },
        // Error stacks of the page show where a wrapper stands: under a name that says nothing of whose it is.
        generateBundle: {
          order: 'post',
          handler(_options: unknown, bundle: Record<string, { readonly type: string; code?: string }>) {
            const gate = Object.entries(bundle).find(([file]) => file.endsWith('content-scripts/gate.js'))?.[1];
            if (gate?.code) gate.code = `${gate.code.trimEnd()}\n//# sourceURL=page`;
          },
        },
      },
      {
        // WXT's own content-script code would pull the polyfill (10 kB) into every page; the browser's native API does there.
        name: 'native-api-in-pages',
        enforce: 'pre',
        async resolveId(id: string, importer: string | undefined) {
          const inPage = /webextension-polyfill\/browser$/.test(id) && importer?.includes('/wxt/dist/');
          return inPage ? this.resolve('@wxt-dev/browser', importer) : null;
        },
      },
    ],
  }),
});

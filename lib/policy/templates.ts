import { readJson } from './json.ts';
import { MANAGED_KEYS, type ManagedKey, type ManagedSettings } from './managed.ts';
import { type PlistValue, plist } from './plist.ts';
import { regFile } from './reg-file.ts';

/** What a template is filled with. */
export interface TemplateInput {
  /** Settings that `readManaged` accepted. */
  readonly settings: ManagedSettings;
  /** Id of the extension: 32 letters in Chromium browsers, an e-mail-like id in Firefox. */
  readonly id: string;
  /** Where the browser installs it from: the update address (Chromium) or the address of the .xpi file (Firefox). Empty: the template does not install it. */
  readonly install: string;
}

/** One form in which one browser on one system takes its policy. */
export interface Template {
  readonly browser: 'chrome' | 'edge' | 'chromium' | 'firefox';
  readonly system: 'linux' | 'windows' | 'macos' | 'google-admin';
  readonly fileName: string;
  /** Where the file goes, or how it is applied. */
  readonly place: string;
  /** Where the extension comes from unless told. */
  readonly install: string;
  readonly render: (input: TemplateInput) => string;
}

type WireValues = Readonly<Partial<Record<ManagedKey, string | number>>>;

const CHROME_STORE = 'https://clients2.google.com/service/update2/crx';
const EDGE_STORE = 'https://edge.microsoft.com/extensionwebstorebase/v1/crx';

/** Every template, from one source: the settings. Sources of the forms: chromium.org "Configuring Apps and Extensions by Policy"; mozilla.github.io/policy-templates. */
export const TEMPLATES: readonly Template[] = [
  {
    browser: 'chrome',
    system: 'linux',
    fileName: 'tacit.json',
    place: '/etc/opt/chrome/policies/managed/tacit.json',
    install: CHROME_STORE,
    render: chromiumJson,
  },
  {
    browser: 'chrome',
    system: 'windows',
    fileName: 'tacit-chrome.reg',
    place: 'Import with `reg import tacit-chrome.reg`, or by group policy preferences',
    install: CHROME_STORE,
    render: (input) => windowsReg('Google\\Chrome', input),
  },
  {
    browser: 'chrome',
    system: 'macos',
    fileName: 'tacit-chrome.mobileconfig',
    place: 'Deliver with your device management',
    install: CHROME_STORE,
    render: (input) => mobileConfig('Chrome', 'com.google.Chrome', CHROME_UUIDS, input),
  },
  {
    browser: 'chrome',
    system: 'google-admin',
    fileName: 'tacit-google-admin.json',
    place: 'Google Admin console, Apps & extensions, Tacit, Policy for extensions; set "Force install" there',
    install: '',
    render: googleAdmin,
  },
  {
    browser: 'edge',
    system: 'linux',
    fileName: 'tacit.json',
    place: '/etc/opt/edge/policies/managed/tacit.json',
    install: EDGE_STORE,
    render: chromiumJson,
  },
  {
    browser: 'edge',
    system: 'windows',
    fileName: 'tacit-edge.reg',
    place: 'Import with `reg import tacit-edge.reg`, or by group policy preferences',
    install: EDGE_STORE,
    render: (input) => windowsReg('Microsoft\\Edge', input),
  },
  {
    browser: 'edge',
    system: 'macos',
    fileName: 'tacit-edge.mobileconfig',
    place: 'Deliver with your device management',
    install: EDGE_STORE,
    render: (input) => mobileConfig('Edge', 'com.microsoft.Edge', EDGE_UUIDS, input),
  },
  {
    browser: 'chromium',
    system: 'linux',
    fileName: 'tacit.json',
    place: '/etc/chromium/policies/managed/tacit.json',
    install: CHROME_STORE,
    render: chromiumJson,
  },
  {
    browser: 'firefox',
    system: 'linux',
    fileName: 'policies.json',
    place: '/etc/firefox/policies/policies.json',
    install: '',
    render: firefoxJson,
  },
  {
    browser: 'firefox',
    system: 'windows',
    fileName: 'policies.json',
    place: '`distribution\\policies.json` beside firefox.exe',
    install: '',
    render: firefoxJson,
  },
  {
    browser: 'firefox',
    system: 'macos',
    fileName: 'policies.json',
    place: '/Applications/Firefox.app/Contents/Resources/distribution/policies.json',
    install: '',
    render: firefoxJson,
  },
];

/** The template for a browser on a system, if there is one. */
export function templateFor(browser: string, system: string): Template | undefined {
  return TEMPLATES.find((template) => template.browser === browser && template.system === system);
}

/** The settings as they are written to managed storage, in the order of `MANAGED_KEYS`. */
function wireValues(settings: ManagedSettings): WireValues {
  const values: Partial<Record<ManagedKey, string | number>> = {};
  for (const { key } of MANAGED_KEYS) {
    const value = settings[key];
    if (value === undefined) continue;
    if (key === 'policyJson') values[key] = plainPolicy(String(value));
    else values[key] = typeof value === 'object' ? value.join('; ') : value;
  }
  return values;
}

/** The policy on one line and in ASCII, which survives every registry editor, console and code page. */
function plainPolicy(text: string): string {
  const json = readJson(text);
  if (!json.ok) return text;
  return JSON.stringify(json.value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function indented(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function forceList({ id, install }: TemplateInput): string[] {
  return install === '' ? [] : [`${id};${install}`];
}

function chromiumJson(input: TemplateInput): string {
  const list = forceList(input);
  return indented({
    ...(list.length > 0 ? { ExtensionInstallForcelist: list } : {}),
    '3rdparty': { extensions: { [input.id]: wireValues(input.settings) } },
  });
}

function googleAdmin({ settings }: TemplateInput): string {
  return indented(Object.fromEntries(Object.entries(wireValues(settings)).map(([key, Value]) => [key, { Value }])));
}

function firefoxJson({ settings, id, install }: TemplateInput): string {
  return indented({
    policies: {
      ...(install === '' ? {} : { ExtensionSettings: { [id]: { installation_mode: 'force_installed', install_url: install } } }),
      '3rdparty': { Extensions: { [id]: wireValues(settings) } },
    },
  });
}

function windowsReg(product: string, input: TemplateInput): string {
  const root = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${product}`;
  // List entries are values with a number for a name; a high one leaves those in place that are there already.
  const installs = forceList(input).map((entry, n) => [String(9001 + n), entry] as const);
  return regFile([
    ...(installs.length > 0 ? [{ path: `${root}\\ExtensionInstallForcelist`, values: installs }] : []),
    { path: `${root}\\3rdparty\\extensions\\${input.id}\\policy`, values: Object.entries(wireValues(input.settings)) },
  ]);
}

interface ProfileUuids {
  readonly profile: string;
  readonly install: string;
  readonly settings: string;
}

// Fixed, so that a profile that is delivered again replaces the one before.
const CHROME_UUIDS: ProfileUuids = {
  profile: '6B1C1B5E-0E0B-4F0C-9C56-5B0F3C3C2D01',
  install: '6B1C1B5E-0E0B-4F0C-9C56-5B0F3C3C2D02',
  settings: '6B1C1B5E-0E0B-4F0C-9C56-5B0F3C3C2D03',
};
const EDGE_UUIDS: ProfileUuids = {
  profile: '6B1C1B5E-0E0B-4F0C-9C56-5B0F3C3C2E01',
  install: '6B1C1B5E-0E0B-4F0C-9C56-5B0F3C3C2E02',
  settings: '6B1C1B5E-0E0B-4F0C-9C56-5B0F3C3C2E03',
};

/** macOS reads an extension's settings from a domain of its own; a `3rdparty` key in the browser's domain is not read there. */
function mobileConfig(name: string, domain: string, uuids: ProfileUuids, input: TemplateInput): string {
  const payload = (type: string, identifier: string, uuid: string, values: Readonly<Record<string, PlistValue>>) => ({
    ...values,
    PayloadType: type,
    PayloadIdentifier: identifier,
    PayloadUUID: uuid,
    PayloadVersion: 1,
    PayloadDisplayName: `Tacit for ${name}`,
  });
  const list = forceList(input);
  const settings = `${domain}.extensions.${input.id}`;
  const identifier = `tacit.${name.toLowerCase()}`;
  return plist({
    ...payload('Configuration', identifier, uuids.profile, {}),
    PayloadScope: 'System',
    PayloadContent: [
      ...(list.length > 0 ? [payload(domain, `${identifier}.install`, uuids.install, { ExtensionInstallForcelist: list })] : []),
      payload(settings, `${identifier}.settings`, uuids.settings, wireValues(input.settings)),
    ],
  });
}

import { GECKO_ID } from '../../lib/browser/identity.ts';
import { MANAGED_KEYS } from '../../lib/policy/managed.ts';
import { TEMPLATES, type Template } from '../../lib/policy/templates.ts';
import { code, page, table } from './markdown.ts';
import { managedKeys } from './policy-page.ts';

const SYSTEMS: Record<Template['system'], string> = {
  linux: 'Linux',
  windows: 'Windows',
  macos: 'macOS',
  'google-admin': 'Google Admin console and ChromeOS',
};

/** Stands for the id that the store gave the extension. */
const STORE_ID = 'abcdefghijklmnopabcdefghijklmnop';

/** How to roll out to one browser. */
export function deployPage(browser: 'chrome' | 'edge' | 'firefox'): string {
  const name = { chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox' }[browser];
  const templates = TEMPLATES.filter(
    (template) => template.browser === browser || (browser === 'chrome' && template.browser === 'chromium'),
  );
  const id = browser === 'firefox' ? GECKO_ID : STORE_ID;
  return page(
    `# Roll out to ${name}`,
    [
      '1. Write a policy, or copy one of the [ready ones](../policy.md#ready-policies), and check it: `npm run tacit -- policy check policy.json`.',
      `2. Make the file for your system: ${`\`npm run tacit -- policy template --browser ${browser} --os SYSTEM --id ${browser === 'firefox' ? GECKO_ID : 'ID'} --set auditEndpoint=https://audit.example/v1/logs policy.json\``}. Add \`--set KEY=VALUE\` for each further key, and \`--install URL\` where the extension does not come from the store.`,
      '3. Put it where the table says.',
      `4. Look at ${browser === 'firefox' ? '`about:policies`' : `\`${browser}://policy\``}, and at the options page of Tacit: it names the policy in force, every key that was refused, and the cure.`,
    ].join('\n'),
    browser === 'firefox'
      ? `The id is \`${GECKO_ID}\`.`
      : `The id is the 32 letters that \`${browser}://extensions\` shows for Tacit. It differs between stores and unpacked builds; below, \`${STORE_ID}\` stands for it.`,
    '## Where the file goes',
    table(
      ['System', '`--browser`', '`--os`', 'File', 'Where'],
      templates.map(({ browser, system, fileName, place }) => [
        SYSTEMS[system] + (browser === 'chromium' ? ' (Chromium)' : ''),
        `\`${browser}\``,
        `\`${system}\``,
        `\`${fileName}\``,
        place.startsWith('/') ? `\`${place}\`` : place,
      ]),
    ),
    '## Keys',
    managedKeys(),
    notes(browser),
    '## How the files look',
    ...templates
      .filter((template, at) => at === templates.findIndex((other) => other.render === template.render))
      .flatMap((template) => [
        `### ${browser === 'firefox' ? 'All systems' : SYSTEMS[template.system]}`,
        code(
          language(template),
          template.render({ settings: EXAMPLE, id, install: browser === 'firefox' ? 'https://files.example/tacit.xpi' : template.install }),
        ),
      ]),
  );
}

const EXAMPLE = {
  policyJson: '{"schema":1,"name":"acme","rules":[]}',
  auditEndpoint: 'https://audit.example/v1/logs',
  userId: 'ana@example.com',
  groups: ['Legal', 'Sales'],
  minPolicyVersion: 1,
};

function language({ fileName }: Template): string {
  return fileName.endsWith('.json') ? 'json' : fileName.endsWith('.reg') ? 'reg' : 'xml';
}

function notes(browser: 'chrome' | 'edge' | 'firefox'): string {
  const strings = MANAGED_KEYS.filter((key) => key.type === 'string').length;
  const chromium = [
    `- Types matter: ${strings} keys are texts, the rest are whole numbers. A value of another type is dropped by the browser without a message.`,
    '- The policy is a text that holds JSON, not JSON itself. The command writes it on one line and in ASCII, which survives consoles and code pages.',
    '- If you install other extensions by `ExtensionInstallForcelist` already, join the lists: where two files or profiles set it, one wins.',
    '- Windows and macOS install an extension from outside the store only on managed machines (joined to a domain, enrolled, or under device management).',
    '- On macOS the settings lie in a preference domain of their own. A `3rdparty` key in the domain of the browser is not read there.',
    '- A change reaches a running browser within seconds. The first start after an install takes a few seconds to see the policy; until then the built-in policy holds.',
  ];
  const firefox = [
    '- Firefox has no schema: every value reaches Tacit, and what is wrong is named on the options page.',
    '- A change is read when Firefox starts.',
    '- Firefox asks that people are told what is collected even when an administrator installs an extension. Set `consent` to `granted` where you have told them.',
    '- On Linux `distribution/policies.json` beside the program works too; on Windows and macOS an update of Firefox may replace that folder.',
  ];
  return (browser === 'firefox' ? firefox : chromium).join('\n');
}

import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { GECKO_ID, UNPACKED_ID } from '../../../lib/browser/identity.ts';
import { MANAGED_KEYS, type ManagedSettings, readManaged } from '../../../lib/policy/managed.ts';
import { TEMPLATES, type Template, templateFor } from '../../../lib/policy/templates.ts';

const POLICY = {
  schema: 1,
  name: 'Größe "&<>" \\ 😀 ]]> %PATH%',
  rules: [{ id: 'a', detect: [{ entity: 'EMAIL' }], action: 'warn', message: "it's\nso" }],
};
const SETTINGS: ManagedSettings = {
  policyJson: JSON.stringify(POLICY, null, 2),
  auditEndpoint: 'https://audit.example/v1/logs?a=1&b=2',
  auditToken: 'not-a-secret',
  userId: 'DOMAIN\\ana "<&>" 😀',
  groups: ['Größe', 'CN=Sales,OU=All'],
  consent: 'granted',
  failMode: 'closed',
  minPolicyVersion: 300,
};
const MINIMAL: ManagedSettings = { policyJson: '{}' };

interface ReadBack {
  readonly values: Record<string, unknown>;
  readonly installs: unknown;
}

function idFor(template: Template): string {
  return template.browser === 'firefox' ? GECKO_ID : UNPACKED_ID;
}

function render(template: Template, settings: ManagedSettings, install: string): ReadBack {
  const id = idFor(template);
  const text = template.render({ settings, id, install });
  if (template.fileName.endsWith('.reg')) return readReg(text, id);
  if (template.fileName.endsWith('.mobileconfig')) return readProfile(text, id);
  const json = JSON.parse(text);
  if (template.system === 'google-admin') {
    return {
      values: Object.fromEntries(Object.entries<{ Value: unknown }>(json).map(([key, { Value }]) => [key, Value])),
      installs: undefined,
    };
  }
  if (template.browser === 'firefox') {
    return { values: json.policies['3rdparty'].Extensions[id], installs: json.policies.ExtensionSettings?.[id].install_url };
  }
  return { values: json['3rdparty'].extensions[id], installs: json.ExtensionInstallForcelist?.[0] };
}

function readReg(text: string, id: string): ReadBack {
  expect(text).toMatch(
    /^Windows Registry Editor Version 5\.00\r\n\r\n\[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\(Google\\Chrome|Microsoft\\Edge)\\/,
  );
  expect(text).toMatch(/^[\r\n\x20-\x7e]*$/);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const keys = new Map<string, Record<string, unknown>>();
  let current: Record<string, unknown> = {};
  for (const line of text.split('\r\n').slice(2)) {
    const key = /^\[(.*)\]$/.exec(line);
    const value = /^"((?:[^"\\]|\\.)*)"=(?:"((?:[^"\\]|\\.)*)"|dword:([0-9a-f]{8})|hex\(1\):([0-9a-f,]+))$/.exec(line);
    if (key) {
      current = {};
      keys.set((key[1] ?? '').replace(/^.*?Policies\\(Google\\Chrome|Microsoft\\Edge)\\/, ''), current);
    } else if (value) {
      const [, name = '', quoted, dword, hex] = value;
      current[name] =
        dword !== undefined ? Number.parseInt(dword, 16) : hex !== undefined ? utf16(hex) : (quoted ?? '').replace(/\\(.)/g, '$1');
    } else expect(line).toBe('');
  }
  const installs = keys.get('ExtensionInstallForcelist');
  return { values: keys.get(`3rdparty\\extensions\\${id}\\policy`) ?? {}, installs: installs && Object.values(installs)[0] };
}

function utf16(hex: string): string {
  const text = Buffer.from(hex.replaceAll(',', ''), 'hex').toString('utf16le');
  expect(text.endsWith('\0')).toBe(true);
  return text.slice(0, -1);
}

function readProfile(text: string, id: string): ReadBack {
  // happy-dom forgives what a property list reader does not: bare ampersands, a second root.
  expect(text).not.toMatch(/&(?!(?:amp|lt|gt);)/);
  expect(text.replace(/<\/?(?:plist|dict|array|key|string|integer)(?: version="1\.0")?>|^<\?xml.*\n<!DOCTYPE.*\n/g, '')).not.toMatch(
    /[<>]/,
  );
  const document = new new Window().DOMParser().parseFromString(text.replace(/<!DOCTYPE.*\n/, ''), 'application/xml');
  expect(document.querySelector('parsererror')).toBeNull();
  const read = (element: { tagName: string; textContent: string; children: Iterable<unknown> } | undefined): unknown => {
    if (element === undefined) throw new Error('an element is missing');
    const children = [...element.children] as NonNullable<typeof element>[];
    switch (element.tagName) {
      case 'string':
        return element.textContent;
      case 'integer':
        return Number(element.textContent);
      case 'array':
        return children.map(read);
      case 'dict':
        return Object.fromEntries(
          children.flatMap((child, n) => (child.tagName === 'key' ? [[child.textContent, read(children[n + 1])]] : [])),
        );
      default:
        throw new Error(`unknown element ${element.tagName}`);
    }
  };
  const profile = read(document.documentElement.children[0]) as { PayloadContent: Record<string, unknown>[] };
  const uuids = [profile as Record<string, unknown>, ...profile.PayloadContent].map((each) => each.PayloadUUID);
  expect(new Set(uuids).size).toBe(uuids.length);
  const payload = profile.PayloadContent.find((each) => String(each.PayloadType).endsWith(`.extensions.${id}`)) ?? {};
  const list = profile.PayloadContent.flatMap((each) => each.ExtensionInstallForcelist ?? []);
  return { values: Object.fromEntries(Object.entries(payload).filter(([key]) => !key.startsWith('Payload'))), installs: list[0] };
}

describe('templates', () => {
  it.each(TEMPLATES)('$browser on $system reads back as it was set', (template) => {
    const { values, installs } = render(template, SETTINGS, 'https://store.example/x?a=1&b');
    for (const { key, type } of MANAGED_KEYS) {
      expect(type === 'integer' ? Number.isInteger(values[key]) : typeof values[key] === type, key).toBe(true);
    }
    const read = readManaged(values);
    expect(read.problems).toEqual([]);
    expect({ ...read.settings, policyJson: JSON.parse(read.settings.policyJson ?? '') }).toEqual({ ...SETTINGS, policyJson: POLICY });
    expect(read.settings.policyJson).toMatch(/^[\x20-\x7e]+$/);
    if (template.system !== 'google-admin') expect(installs).toContain('https://store.example/x?a=1&b');
    if (template.browser !== 'firefox' && installs !== undefined) expect(installs).toMatch(/^[a-p]{32};https:/);
  });

  it.each(TEMPLATES)('$browser on $system leaves out what is not set', (template) => {
    expect(render(template, MINIMAL, '')).toEqual({ values: { policyJson: '{}' }, installs: undefined });
  });

  it('covers each browser on each system', () => {
    for (const system of ['linux', 'windows', 'macos']) {
      for (const browser of ['chrome', 'edge', 'firefox']) expect(templateFor(browser, system), `${browser} ${system}`).toBeDefined();
    }
    expect(templateFor('chrome', 'plan9')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../../lib/detectors/catalogue.ts';
import { createEngine } from '../../../lib/scan/engine.ts';
import { expand } from '../../corpus/generate.ts';

const engine = createEngine(DETECTORS);

function found(template: string, least = 0.5): string[] {
  const text = expand(template, 'credentials');
  return engine
    .scan(text)
    .filter(({ confidence }) => confidence >= least)
    .map(({ detector, span }) => `${detector} ${text.slice(span.start, span.end)}`);
}

/** The slot as it is filled in a template that begins with it. */
const value = (slot: string): string => expand(slot, 'credentials');

describe('a credential beside the name of its provider', () => {
  it.each([
    ['{{hex:32}} is my datadog api key', '{{hex:32}}', 'datadog-api-key'],
    ['{{hex:32}} as the datadog api key', '{{hex:32}}', 'datadog-api-key'],
  ])('may stand before it: %s', (template, slot, detector) => {
    expect(found(template)).toEqual([`${detector} ${value(slot)}`]);
  });

  it.each(['pat', 'sid', 'pass', 'SALT'])('is named by a short word between underscores: %s', (word) => {
    expect(found(`acme datadog_${word}_a = {{hex:32}}`, 0.7)).toHaveLength(1);
  });

  it.each([
    ['https://mainnet.infura.io/v3/', '{{hex:32}}', 'infura-api-key'],
    ['wss://mainnet.infura.io/ws/v3/', '{{hex:32}}', 'infura-api-key'],
    ['https://eth-mainnet.g.alchemy.com/v2/', '{{base62:32}}', 'alchemy-api-key-2'],
  ])('stands behind the version of an API in its address: %s', (address, slot, detector) => {
    const key = value(slot);
    expect(found(address + key)).toEqual([`${detector} ${key}`]);
  });

  it.each(['https://www.infura.io/pages/', 'https://docs.infura.io/networks/v3/'])('is no part of another address: %s', (address) => {
    expect(found(address + value('{{hex:32}}'))).toEqual([]);
  });

  it('keeps the prefix that belongs to it', () => {
    const token = `sk_${value('{{hex:32}}')}`;
    expect(found(`elevenlabs_key = ${token}`)).toEqual([expect.stringMatching(new RegExp(` ${token}$`))]);
  });

  it('does not begin with the end of its name', () => {
    const key = value('{{base62:66}}');
    expect(found(`GETGIST_SECRET_KEY=${key}==`)).toEqual([`getgist-api-token ${key}==`]);
  });

  it('is not the public half of a pair', () => {
    const text = '[Interface]\nPrivateKey = {{base64:42}}E=\n[Peer]\nPublicKey = {{base64:42}}E=\n';
    expect(found(text)).toHaveLength(1);
    expect(found(text)[0]).toMatch(/^wireguard-/);
  });

  it.each([
    'datadog_api_key = {{hex:8}}aaaaaaaaaaaaaaaaaaaaaaaa',
    'datadog_api_key = 12312312312312312312312312312312',
    'okta_token = 00000000000000000000000000000000000TUVWXYZ',
    'datadog_api_key = {{hex:32}}...',
  ])('is made up when it repeats itself or is cut short: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the middle of a picture or a font', () => {
  it('is no credential', () => {
    const token = 'EAA{{base62:80}}';
    expect(found(`token ${token} again`)).toHaveLength(1);
    expect(found(`https://acme.example/${token}/me`)).toHaveLength(1);
    expect(found(`url(data:font/woff;base64,d09GRgABAAAAAG3AABIAAAAA/${token}+gAACZ)`)).toEqual([]);
  });
});

describe('the host of a customer', () => {
  it('is shown, and nothing acts on it', () => {
    expect(found('see acme-corp.okta.com')).toEqual([]);
    expect(found('see acme-corp.okta.com', 0.25)).toEqual(['okta-tenant-id acme-corp.okta.com']);
  });

  it('is not one of the provider itself', () => {
    expect(found('see developer.okta.com and www.okta.com', 0.25)).toEqual([]);
  });
});

describe('a password in an address', () => {
  it.each([
    'https://user:pass@example.com/',
    'postgres://app:secret@db/shop',
    'mysql://mysql:mysql@localhost/db',
    'https://ada:abc@api.example/',
  ])('is shown, and nothing acts on it, when documentation writes it: %s', (text) => {
    expect(found(text)).toEqual([]);
    expect(found(text, 0.25)).toHaveLength(1);
  });
});

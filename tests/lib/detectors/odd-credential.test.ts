import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../../lib/detectors/catalogue.ts';
import { createEngine } from '../../../lib/scan/engine.ts';
import { expand } from '../../corpus/generate.ts';

const detector = DETECTORS.find(({ id }) => id === 'odd-credential');
const engine = createEngine(detector ? [detector] : []);

function found(template: string): string[] {
  const text = expand(template, 'odd');
  return engine
    .scan(text)
    .filter(({ confidence }) => confidence >= 0.5)
    .map(({ span }) => text.slice(span.start, span.end));
}

describe('a value that is announced as a secret of a provider', () => {
  it.each([
    ['datadog_api_key = "', '{{base62:27}}', '"'],
    ['DATADOG_TOKEN=', '{{alnum:33}}', ''],
    ['The Datadog token is ', '{{base62:30}}', '.'],
    ['<string name="datadog_key">', '{{base62:30}}', '</string>'],
    ['- name: DATADOG_API_KEY\n  value: "', '{{base62:35}}', '"'],
    ['<key>DatadogApiKey</key>\n\t<string>', '{{base62:35}}', '</string>'],
    ['datadogSECRET-', '{{alnum:41}}', ''],
    ['datadog key sk-test-', '{{alnum:41}}', ''],
  ])('is found whole whatever it looks like: %s', (before, value, after) => {
    const written = before.endsWith('sk-test-') ? `sk-test-${expand(value, 'odd')}` : expand(value, 'odd');
    expect(found(`${before}${value}${after}`)).toEqual([written]);
  });

  it.each([
    'datadog version {{base62:30}}',
    'datadog_public_key = "{{base62:30}}"',
    'datadog key = "your_key_goes_here_12345"',
    'datadog key rotation-service-v2-prod-eu1',
    'Cache restored from datadog key: linux-node-{{hex:64}}@v2',
    'datadog_key_id = "{{base62:30}}"',
    '<datadog.Token object at 0x7f6cff99dac2>',
    'datadog/token.ts\nindex 3aa18ee..7ef7ded 100644',
    'token-service-59ft6cjw6l-7snmt datadog',
    'The datadog key. Then {{base62:30}}',
    'datadog_token = "{{base62:20}}..."',
    'bot token {{base62:30}}',
    'STRIPE_KEY=pk_live_{{base62:24}}',
  ])('is left alone when something says otherwise: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

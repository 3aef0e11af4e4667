import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../../lib/detectors/catalogue.ts';
import { createEngine } from '../../../lib/scan/engine.ts';
import { expand } from '../../corpus/generate.ts';

const engine = createEngine(DETECTORS);

/** What is found and acted on, by which detector and as what. */
function found(template: string): string[] {
  const text = expand(template, 'drift');
  return engine
    .scan(text)
    .filter(({ confidence }) => confidence >= 0.5)
    .map(({ detector, entity, span }) => `${detector} ${entity} ${text.slice(span.start, span.end)}`);
}

describe('a value that begins as a credential and goes on otherwise', () => {
  it.each([
    ['github_pat_{{base62:82}}', 'GITHUB_TOKEN'],
    ['npm_{{base62:52}}', 'NPM_TOKEN'],
    ['sk-ant-api77-{{base62:40}}-{{base62:44}}', 'ANTHROPIC_KEY'],
    ['rubygems_{{alnum:60}}', 'RUBYGEMS_KEY'],
    ['dop_v1_{{alnum:70}}', 'DIGITALOCEAN_TOKEN'],
    ['glsa_{{base62:44}}', 'GRAFANA_TOKEN'],
  ])('is found whole: %s', (value, entity) => {
    const written = expand(value, 'drift');
    for (const around of ['{}', 'Is "{}" still good?', 'x={}\nand more', '({})'])
      expect(found(around.replace('{}', value))).toEqual([`drifted-credential ${entity} ${written}`]);
  });

  it('is left to the detector of a known shape', () => {
    expect(found('ghp_{{base62:36}}').every((each) => !each.startsWith('drifted'))).toBe(true);
    expect(found('glpat-{{base62:20}}').map((each) => each.split(' ')[0])).toEqual(['gitlab-personal-token']);
  });

  it.each([
    // Cut, by hand or by a reader.
    'ghp_{{base62:20}}',
    'github_pat_{{base62:22}}_{{base62:20}}',
    'ghp_{{base62:40}}…',
    // Public by design, for tests, or an example.
    'phc_{{base62:60}}',
    'pk_live_{{base62:40}}-{{base62:9}}',
    'sk_test_{{base62:30}}_{{base62:30}}',
    'rubygems_your_key_goes_here_1234567890abcdefghijklmnopqrstu',
    'rubygems_{{lower:60}}',
    // Parts of other things.
    'my_rubygems_{{alnum:60}}',
    'rubygems_{{alnum:60}}.example.org',
    'rubygems_{{alnum:60}}/path',
    'rubygems_{{alnum:60}}(',
    'npm_config_registry_default_value_of_the_user_agent_2',
    // What a cluster calls its pods.
    'token-service-{{alnum:10}}-{{alnum:5}}',
    'dapi-gateway-worker-7d9c5b8f64-x2x9q',
  ])('is not found: %s', (template) => {
    expect(found(template).filter((each) => each.startsWith('drifted'))).toEqual([]);
  });
});

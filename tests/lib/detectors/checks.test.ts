import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeBase58, decodeBase58Check } from '../../../lib/detectors/base58.ts';
import { bech32Variant } from '../../../lib/detectors/bech32.ts';
import { bip39Words } from '../../../lib/detectors/bip39-words.ts';
import { awsAccount, CHECKS } from '../../../lib/detectors/checks.ts';
import { sha256 } from '../../../lib/detectors/sha256.ts';
import { expand, random } from '../../corpus/generate.ts';

/** A right one, and one that is visibly wrong (null where the check never says so); slots as in the corpus. */
const SAMPLES: Readonly<Record<string, readonly [right: string, wrong: string | null]>> = {
  github: ['{{github:ghp_}}', 'ghp_{{base62:36}}'],
  npm: ['{{npm:npm_}}', 'npm_{{base62:36}}'],
  'github-fine-grained': ['github_pat_11{{upnum:9}}0{{base62:10}}_{{base62:59}}', 'github_pat_{{lower:22}}_{{base62:59}}'],
  gitlab: ['{{gitlab:glpat-}}', 'glpat-{{base62:40}}.01.0z{{alnum:7}}'],
  pypi: ['pypi-{{macaroon:pypi.org}}', 'pypi-AgEIcHlwaS5vcmc{{base62:60}}'],
  macaroon: ['{{macaroon:example.org}}', null],
  'crates-io': ['cio{{base62:32}}', 'cio{{base62:30}}'],
  rubygems: ['rubygems_{{hex:48}}', 'rubygems_{{hex:40}}'],
  'aws-key-id': ['AKIAR{{base32:15}}', 'AKIA0189{{upnum:12}}'],
  'aws-session': ['IQoJb3JpZ2luX2Vj{{base64:300}}', null],
  'aws-bedrock': ['ABSK{{base64-of:BedrockAPIKey-ab123-at-123456789012:}}{{base64:40}}', 'ABSK{{base64:80}}'],
  'azure-client-secret': ['{{base62:3}}8Q~{{base62:34}}', null],
  'azure-storage-key': ['{{base64:85}}A==', '{{base64:85}}B=='],
  'azure-sas': ['{{base64:42}}A=', '{{base64:42}}B='],
  stripe: ['sk_live_{{base62:24}}', 'sk_live_{{base62:20}}'],
  slack: ['xoxb-{{digit:12}}-{{digit:13}}-{{base62:24}}', 'xoxb-{{base62:40}}'],
  jwt: [
    '{{base64url-of:{"alg":"HS256"}}}.{{base64url-of:{"sub":"1"}}}.{{base64url:43}}',
    '{{base64url-of:{"alg":"HS256"}}}.{{base62:40}}.{{base62:43}}',
  ],
  jwe: [
    '{{base64url-of:{"alg":"dir","enc":"A128GCM"}}}..{{base64url:16}}.{{base64url:60}}.{{base64url:22}}',
    '{{base64url-of:{"alg":"dir"}}}..{{base64url:16}}.{{base64url:60}}.{{base64url:22}}',
  ],
  paseto: ['v4.public.{{base64url:120}}', 'v4.local.{{base64url:40}}'],
  sendgrid: ['SG.{{base64url:22}}.{{base64url:43}}', 'SG.{{base64url:20}}.{{base64url:43}}'],
  telegram: ['{{digit:10}}:AA{{base62:33}}', '{{digit:10}}:zz{{base62:33}}'],
  discord: ['{{base64url-of:123456789012345678}}.{{base62:6}}.{{base62:38}}', '{{base62:24}}.{{base62:6}}.{{base62:38}}'],
  'google-api-key': ['AIzaSyB{{base62:32}}', 'AIza00{{base62:33}}'],
  'google-oauth': ['ya29.a0{{base64url:160}}', 'ya29.short'],
  'google-client-secret': ['GOCSPX-{{base64url:28}}', 'GOCSPX-{{base64url:20}}'],
  'firebase-server-key': ['AAAA{{base62:7}}:APA91b{{base64url:134}}', 'AAAA{{base62:7}}:{{base64url:140}}'],
  openai: ['sk-proj-{{base62:74}}T3BlbkFJ{{base62:74}}', 'sk-proj-{{base62:48}}'],
  anthropic: ['sk-ant-api03-{{base64url:93}}AA', 'sk-ant-api03-{{base62:60}}'],
  'base58-key': ['{{base58check:80,32,01}}', '5{{base58:50}}'],
  'age-identity': ['{{age:AGE-SECRET-KEY-}}', 'AGE-SECRET-KEY-1{{bech32up:58}}'],
  nostr: ['{{bech32of:nsec,52}}', 'nsec1{{bech32:58}}'],
  bech32: ['{{bech32of:lnbc,104}}', 'lnbc1{{bech32:110}}'],
  bip39: ['{{seed:12}}', 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon'],
  'openssh-key': ['{{openssh:200}}', 'b3BlbnNzaC1rZXktdjEAAAAAzz{{base64:40}}'],
  'der-key': ['{{der:600}}', 'MII{{base64:600}}'],
  minisign: ['{{minisign:}}', 'RWRTY0Iy{{base64:40}}'],
  docker: ['dckr_pat_{{base64url:27}}', 'dckr_pat_{{base62:20}}'],
  doppler: ['dp.pt.{{base62:43}}', 'dp.pt.{{base62:20}}'],
  shopify: ['shpat_{{hex:32}}', 'shpat_{{hex:30}}'],
  square: ['sq0csp-{{base64url:43}}', 'sq0csp-{{base62:20}}'],
  twilio: ['SK{{hex:32}}', 'SK{{hex:30}}'],
  mailgun: ['key-{{hex:32}}', null],
  mailchimp: ['{{hex:32}}-us12', '{{hex:30}}-us12'],
  databricks: ['dapi{{hex:32}}', 'dapi{{hex:28}}'],
  vault: ['hvs.CAES{{base64url:91}}', 'hvs.{{lower:95}}'],
  terraform: ['{{base62:14}}.atlasv1.{{base62:67}}', '{{base62:10}}.atlasv1.{{base62:30}}'],
  okta: ['00{{base64url:40}}', null],
  'new-relic': ['NRAK-{{upnum:27}}', 'NRAK-{{upnum:20}}'],
  postman: ['PMAK-5f{{hex:22}}-{{hex:34}}', 'PMAK-ff{{hex:22}}-{{hex:34}}'],
  figma: ['figd_{{base64url:40}}', 'figd_{{base62:20}}'],
  linear: ['lin_api_{{base62:40}}', 'lin_api_{{base62:20}}'],
  notion: ['ntn_{{digit:11}}{{base62:35}}', 'ntn_{{base62:20}}'],
  planetscale: ['pscale_pw_{{base62:43}}', 'pscale_pw_{{base62:20}}'],
  supabase: ['sbp_{{hex:40}}', 'sbp_{{lower:40}}'],
  sentry: ['sntrys_{{base64-of:{"iat":1.5,"region_url":"https://us.example"}}}_{{base64:43}}', 'sntrys_{{base62:90}}_{{base64:43}}'],
  'grafana-account': ['{{grafana:glsa_}}', 'glsa_{{base62:32}}_{{hex:8}}'],
  'grafana-cloud': ['glc_{{base64-of:{"o":"1","n":"a","k":"b"}}}', 'glc_{{base62:60}}'],
  'grafana-api-key': ['{{base64-of:{"k":"abc","n":"a","id":1}}}', 'eyJrIjoi{{base62:60}}'],
  'one-password': ['ops_{{base64url-of:{"email":"a","muk":{}}}}', 'ops_{{base62:200}}'],
  digitalocean: ['dop_v1_{{hex:64}}', 'dop_v1_{{hex:60}}'],
  'hugging-face': ['hf_{{alpha:34}}', 'hf_{{base62:20}}'],
  pulumi: ['pul-{{hex:40}}', 'pul-{{hex:30}}'],
  jfrog: ['{{base64-of:reftkn:01:1735689600:abcdefghijklmnopqrstuvwxyz12}}', 'cmVmdGtuO{{base62:51}}'],
  'basic-auth': ['{{base64-of:user:hunter22}}', '{{base64-of:nothing but a text}}'],
  wireguard: ['{{base64:42}}8=', '{{base64:42}}x='],
  uuid: ['{{hex:8}}-{{hex:4}}-4{{hex:3}}-a{{hex:3}}-{{hex:12}}', '{{hex:8}}-{{hex:4}}-0{{hex:3}}-a{{hex:3}}-{{hex:12}}'],
};

const JUNK = ['', ' ', 'hello world', '=', '.', '\u0000', '\ud800', '🔑'.repeat(20), 'x'.repeat(50000), '{"a":1}', '1'.repeat(64)];

describe('CHECKS', () => {
  it('are all tried here, thirty and more', () => {
    expect(Object.keys(SAMPLES).sort()).toEqual(Object.keys(CHECKS).sort());
    expect(Object.keys(CHECKS).length).toBeGreaterThanOrEqual(30);
  });

  describe.each(Object.entries(SAMPLES))('%s', (name, [right, wrong]) => {
    const check = CHECKS[name] as (value: string) => boolean | null;

    it.each(['a', 'b', 'c'])('knows a right one (%s)', (seed) => {
      expect(check(expand(right, `${name} ${seed}`))).toBe(true);
    });

    it('tells a wrong one', () => {
      if (wrong !== null) expect(check(expand(wrong, name))).toBe(false);
    });

    it('never calls junk right', () => {
      for (const junk of JUNK) expect(check(junk)).not.toBe(true);
    });

    it('never throws, whatever stands behind its beginning', () => {
      const next = random(name);
      for (let i = 0; i < 100; i++) {
        const sample = expand(right, `${name} ${i}`);
        const cut = Math.floor(next() * sample.length);
        const tail = String.fromCharCode(...Array.from({ length: 20 }, () => Math.floor(next() * 65536)));
        for (const value of [sample.slice(0, cut), sample.slice(cut), sample.slice(0, cut) + tail, tail, sample + sample])
          expect([true, false, null]).toContain(check(value));
      }
    });
  });

  it('reads the account out of an access key id of AWS', () => {
    // The example of https://hackingthe.cloud/aws/enumeration/get-account-id-from-keys/.
    expect(awsAccount(`ASIA${'Y34FZKBOKMUTVV7A'}`)).toBe('609629065308');
  });
});

describe('what checks stand on', () => {
  it('hashes as Node does', () => {
    for (let length = 0; length < 140; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 7 + length) & 255);
      expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('decodes base58', () => {
    expect(Buffer.from(decodeBase58('StV1DL6CwTryKyV') as Uint8Array).toString()).toBe('hello world');
    expect(decodeBase58('11')).toEqual(new Uint8Array(2));
    expect(decodeBase58('0OIl')).toBeNull();
    expect(decodeBase58Check('1BoatSLRHtKNngkdXEeobR76b53LETtpyT')).toHaveLength(21);
    expect(decodeBase58Check('1BoatSLRHtKNngkdXEeobR76b53LETtpyU')).toBeNull();
  });

  it('tells bech32 and bech32m apart, by the vectors of BIP-173 and BIP-350', () => {
    expect(bech32Variant('A12UEL5L')).toBe('bech32');
    expect(bech32Variant('a1lqfn3a')).toBe('bech32m');
    expect(bech32Variant('a12uel5m')).toBeNull();
    expect(bech32Variant('A12uEL5L')).toBeNull();
  });

  it('has the word list of BIP-39', () => {
    const list = `${bip39Words().join('\n')}\n`;
    expect(createHash('sha256').update(list).digest('hex')).toMatch(/^2f5eed53a4727b4b/);
  });
});

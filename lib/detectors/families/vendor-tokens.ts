import type { Span } from '../../scan/finding.ts';
import { hasTokenChecksum } from '../crc32.ts';
import type { Family } from '../family.ts';
import { isBlank, isCutShort, isHandMade } from '../placeholder.ts';

/** The checksum raises confidence and never drops a hit: authors of samples make tokens up, and formats change. */
function validateChecksum(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return hasTokenChecksum(value, 4) ? 0.98 : isHandMade(value) ? null : 0.8;
}

/** Digits must occur: `xoxb-not-a-real-token` is prose. Ids that are all the same were typed. */
function validateSlack(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  if (!/\d{6}|\d[A-Za-z]+\d/.test(value)) return null;
  return /(\d{3,12})(?:-?\1){2}/.test(value) || isBlank(value) || isCutShort(text, span.end) || value.endsWith('-') ? 0.3 : 0.85;
}

function validateOpenAi(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  if (isHandMade(value)) return null;
  // Base64 of "OpenAI", in the middle of keys.
  if (value.includes('T3BlbkFJ')) return 0.95;
  return /\d/.test(value) && /[A-Z]/.test(value) && /[a-z]/.test(value) ? 0.75 : null;
}

function validateStripe(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  if (isBlank(value)) return 0.3;
  if (!/\d/.test(value)) return null;
  return /^.k_test_/.test(value) ? 0.6 : 0.9;
}

export default {
  id: 'vendor-tokens',
  title: 'Tokens of services',
  entities: [
    { entity: 'GITHUB_TOKEN', categories: ['secrets'] },
    { entity: 'SLACK_TOKEN', categories: ['secrets'] },
    { entity: 'STRIPE_KEY', categories: ['secrets', 'financial'] },
    { entity: 'OPENAI_KEY', categories: ['secrets'] },
    { entity: 'ANTHROPIC_KEY', categories: ['secrets'] },
    { entity: 'NPM_TOKEN', categories: ['secrets'] },
  ],
  detectors: [
    {
      kind: 'anchored',
      id: 'github-token',
      entity: 'GITHUB_TOKEN',
      source: 'https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/',
      distinctive: true,
      holdsRun: true,
      anchors: { literals: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'] },
      pattern:
        /(?<![A-Za-z0-9])gh(?:[pousr]_[A-Za-z0-9]{36,251}|s_\d{1,12}_eyJ[\w-]{10,512}\.[\w-]{10,1024}\.[\w-]{10,512})(?![A-Za-z0-9])/y,
      confidence: 0.8,
      validate: validateChecksum,
    },
    {
      kind: 'anchored',
      id: 'github-fine-grained-token',
      entity: 'GITHUB_TOKEN',
      source: 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens',
      distinctive: true,
      holdsRun: true,
      anchors: { literals: ['github_pat_'] },
      pattern: /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?![A-Za-z0-9])/y,
      confidence: 0.9,
    },
    {
      kind: 'anchored',
      id: 'slack-token',
      entity: 'SLACK_TOKEN',
      source: 'https://docs.slack.dev/authentication/tokens/',
      distinctive: true,
      holdsRun: true,
      anchors: { literals: ['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xoxo-', 'xoxc-', 'xoxd-', 'xoxe-', 'xoxe.xox', 'xapp-'] },
      pattern: /(?<![A-Za-z0-9])(?:xox[abcdeoprs]-|xoxe\.xox[bp]-|xapp-)[A-Za-z0-9%-]{20,400}(?![A-Za-z0-9])/y,
      confidence: 0.85,
      validate: validateSlack,
    },
    {
      kind: 'anchored',
      id: 'slack-webhook',
      entity: 'SLACK_TOKEN',
      source: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/',
      anchors: { literals: ['hooks.slack.com/'] },
      lead: { of: 'https:/', min: 0, max: 8 },
      pattern:
        /(?:https?:\/\/)?hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9]{6,14}\/[A-Za-z0-9]{6,24}\/[A-Za-z0-9/]{16,80}(?![A-Za-z0-9])/y,
      confidence: 0.9,
      validate: (text, span) => (isBlank(text.slice(span.start, span.end)) ? 0.3 : 0.9),
    },
    {
      kind: 'anchored',
      id: 'stripe-key',
      entity: 'STRIPE_KEY',
      source: 'https://docs.stripe.com/keys',
      distinctive: true,
      holdsRun: true,
      anchors: { literals: ['sk_live_', 'rk_live_', 'sk_test_', 'rk_test_', 'sk_prod_', 'rk_prod_'] },
      pattern: /(?<![A-Za-z0-9])[sr]k_(?:live|test|prod)_[A-Za-z0-9]{10,247}(?![A-Za-z0-9_]|[+/=]{1,3}[A-Za-z0-9+/=])/y,
      confidence: 0.9,
      validate: validateStripe,
    },
    {
      kind: 'anchored',
      id: 'stripe-webhook-secret',
      entity: 'STRIPE_KEY',
      source: 'https://docs.stripe.com/webhooks/signature',
      distinctive: true,
      holdsRun: true,
      anchors: { literals: ['whsec_'] },
      pattern: /(?<![A-Za-z0-9])whsec_[A-Za-z0-9+/]{32,64}={0,2}(?![A-Za-z0-9])/y,
      confidence: 0.85,
    },
    {
      kind: 'anchored',
      id: 'openai-key',
      entity: 'OPENAI_KEY',
      source: 'https://platform.openai.com/docs/api-reference/authentication',
      distinctive: true,
      holdsRun: true,
      anchors: { literals: ['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-none-'] },
      pattern: /(?<![A-Za-z0-9_-])sk-(?:proj|svcacct|admin|None)-[\w-]{32,200}(?![\w-])/y,
      confidence: 0.75,
      validate: validateOpenAi,
    },
    {
      kind: 'anchored',
      id: 'openai-key-legacy',
      entity: 'OPENAI_KEY',
      source: 'https://platform.openai.com/docs/api-reference/authentication',
      holdsRun: true,
      anchors: { literals: ['sk-'] },
      pattern: /(?<![A-Za-z0-9_-])sk-(?:[a-z0-9]{1,16}-)?(?:[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}|[A-Za-z0-9]{48})(?![\w-])/y,
      confidence: 0.75,
      validate: validateOpenAi,
    },
    {
      kind: 'anchored',
      id: 'anthropic-key',
      entity: 'ANTHROPIC_KEY',
      source: 'https://docs.anthropic.com/en/api/getting-started',
      distinctive: true,
      holdsRun: true,
      anchors: { literals: ['sk-ant-'] },
      pattern: /(?<![A-Za-z0-9_-])sk-ant-[a-z]{3,8}\d{2,3}-[\w-]{78,118}AA(?![\w-])/y,
      confidence: 0.9,
    },
    {
      kind: 'anchored',
      id: 'npm-token',
      entity: 'NPM_TOKEN',
      source: 'https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/',
      distinctive: true,
      holdsRun: true,
      anchors: { literals: ['npm_'] },
      pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/y,
      confidence: 0.8,
      validate: validateChecksum,
    },
    {
      kind: 'anchored',
      id: 'npm-registry-token',
      entity: 'NPM_TOKEN',
      source: 'https://docs.npmjs.com/cli/v10/configuring-npm/npmrc#auth-related-configuration',
      anchors: { literals: ['_authtoken'] },
      pattern: /_authToken[ \t]{0,4}=[ \t]{0,4}["']?(?<value>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/dy,
      confidence: 0.9,
    },
  ],
} satisfies Family;

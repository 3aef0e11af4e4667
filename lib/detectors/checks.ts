import { decodeBase58Check } from './base58.ts';
import { decodeBase64 } from './base64.ts';
import { basicPair } from './basic-pair.ts';
import { bech32Variant } from './bech32.ts';
import { isSeedPhrase } from './bip39.ts';
import { crc32, hasTokenChecksum } from './crc32.ts';
import { macaroonLocation } from './macaroon.ts';

/** Offline test of a credential: true when its checksum or structure is right, false when it is visibly made up, null when it cannot say. */
export type Check = (value: string) => boolean | null;

/** Nothing that is tested here is longer. */
const LONGEST = 16384;

/** The object that base64 or base64url text holds; null when it holds none. */
function objectIn(encoded: string): Readonly<Record<string, unknown>> | null {
  const json = encoded.length <= LONGEST ? decodeBase64(encoded) : null;
  if (json === null || !json.trimStart().startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** A shape without a checksum: right or wrong where the value begins as the format does, else undecided. */
function shaped(begins: RegExp, whole: RegExp): Check {
  return (value) => (begins.test(value) ? value.length <= LONGEST && whole.test(value) : null);
}

/** A shape that is right when it fits; nothing says that what does not fit is wrong. */
function fits(whole: RegExp): Check {
  return (value) => (value.length <= LONGEST && whole.test(value) ? true : null);
}

/** Seconds since 1970 in the first eight hexadecimal digits, as in a MongoDB ObjectId: 2010 to 2040. */
function isRecent(hex: string): boolean {
  const seconds = Number.parseInt(hex.slice(0, 8), 16);
  return seconds > 1262304000 && seconds < 2208988800;
}

/** Prefix of four characters, 30 of body, six of checksum: `tokenChecksum`. */
function github(value: string): boolean | null {
  return /^(?:gh[pousr]|npm)_[A-Za-z0-9]{36}$/.test(value) ? hasTokenChecksum(value, 4) : null;
}

/** Payload in base64url, perhaps a version, its length in base 36 (2), the CRC-32 of all before it in base 36 (7). */
function gitlab(value: string): boolean | null {
  const parts = /^([a-z]{2,24}-(?:[a-z]\d_)?)([\w-]{27,300})\.(?:[0-9a-z]{2}\.)?([0-9a-z]{2})([0-9a-z]{7})$/.exec(value);
  if (!parts) return null;
  const [, , payload = '', length = '', checksum = ''] = parts;
  if (crc32(value.slice(0, -7)).toString(36).padStart(7, '0') !== checksum) return false;
  // A prefix of one's own may hold what looks like payload.
  return Number.parseInt(length, 36) <= payload.length + 3;
}

function pypi(value: string): boolean | null {
  if (!value.startsWith('pypi-')) return null;
  const bytes = value.length <= LONGEST ? decodeBase64(value.slice(5)) : null;
  if (bytes === null) return false;
  const location = macaroonLocation(bytes);
  return location === 'pypi.org' || location === 'test.pypi.org';
}

function macaroon(value: string): boolean | null {
  const bytes = value.length <= LONGEST ? decodeBase64(value) : null;
  if (bytes === null) return null;
  if (macaroonLocation(bytes) !== null) return true;
  // Version 1: packets of four hexadecimal digits of length, a key, a value and a line feed.
  return /^00[0-9a-f]{2}(?:location|identifier) /.test(bytes) ? /\n00[0-9a-f]{2}signature /.test(bytes) : null;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The AWS account in an access key id issued since 2019, which is base32. Null for an older one, or what is none. */
export function awsAccount(keyId: string): string | null {
  if (!/^A[A-Z]{3}[Q-Z2-7][A-Z2-7]{15}$/.test(keyId)) return null;
  let number = 0;
  // Nine characters are 45 bits: one that is always set, 40 of the account, four of what follows.
  for (const character of keyId.slice(4, 13)) number = number * 32 + BASE32.indexOf(character);
  const account = Math.floor(number / 16) % 1099511627776;
  return account < 1e12 ? String(account).padStart(12, '0') : null;
}

function awsKeyId(value: string): boolean | null {
  if (!/^A(?:KI|SI|BI|CC)A[A-Z0-9]{16}$/.test(value)) return null;
  if (/[0189]/.test(value.slice(4))) return false;
  // Ids from before 2019 hold no account.
  return /^[Q-Z2-7]/.test(value.slice(4)) ? awsAccount(value) !== null : null;
}

/** Protobuf that begins with where the session was opened: `origin_ec`, `er/aws`. */
function awsSession(value: string): boolean | null {
  if (value.length < 100 || value.length > LONGEST) return null;
  const head = decodeBase64(value.slice(0, 24).replace(/(?<!=)=+$/, ''));
  return head !== null && (head.slice(3, 12) === 'origin_ec' || head.slice(3, 9) === 'er/aws') ? true : null;
}

/** Whole base64 of exactly so many bytes, padding and spare bits as an encoder writes them. */
function base64Of(bytes: number): Check {
  const length = Math.ceil(bytes / 3) * 4;
  const padding = (3 - (bytes % 3)) % 3;
  const last = padding === 2 ? /[AQgw]==$/ : padding === 1 ? /[AEIMQUYcgkosw048]=$/ : /[A-Za-z0-9+/]$/;
  return (value) => (value.length === length && /^[A-Za-z0-9+/]+={0,2}$/.test(value) ? last.test(value) : null);
}

function slack(value: string): boolean | null {
  if (!/^(?:xox[abcdeoprs]|xapp)-/.test(value)) return null;
  if (/^xox[cdes]-/.test(value)) return null;
  return (
    /^xoxb-\d{10,13}-(?:\d{10,13}-)?[A-Za-z0-9]{24}$/.test(value) ||
    /^xox[par]-(?:\d{1,2}-)?(?:\d{10,13}-){2,3}[0-9a-f]{32}$/.test(value) ||
    /^xapp-\d-A[A-Z0-9]{8,12}-\d{12,13}-[0-9a-f]{64}$/.test(value)
  );
}

/** Header with an algorithm, claims in JSON. */
function jwt(value: string): boolean | null {
  const parts = value.split('.', 4);
  if (!value.startsWith('eyJ') || parts.length !== 3) return null;
  const header = objectIn(parts[0] as string);
  return header !== null && typeof header.alg === 'string' && ('b64' in header || parts[1] === '' || objectIn(parts[1] as string) !== null);
}

/** Five parts, a header that names the encryption of key and content. */
function jwe(value: string): boolean | null {
  const parts = value.split('.', 6);
  if (!value.startsWith('eyJ') || parts.length !== 5) return null;
  const header = objectIn(parts[0] as string);
  return header !== null && typeof header.alg === 'string' && typeof header.enc === 'string' && parts.slice(2).every((part) => part !== '');
}

/** Nonce and authentication tag, or signature, set how short a payload can be. */
function paseto(value: string): boolean | null {
  const parts = /^v([1-4])\.(local|public)\.([\w-]{1,16000})(?:\.[\w-]{1,4000})?$/.exec(value);
  if (!parts) return null;
  const bytes = decodeBase64(parts[3] as string);
  const least = { '1local': 80, '2local': 40, '3local': 80, '4local': 64, '1public': 256, '2public': 64, '3public': 96, '4public': 64 };
  return bytes !== null && bytes.length >= least[`${parts[1]}${parts[2]}` as keyof typeof least] + 2;
}

/** The first part is the number of the bot's account, a snowflake, in base64. */
function discord(value: string): boolean | null {
  const parts = /^([\w-]{23,28})\.[\w-]{6,7}\.[\w-]{27,38}$/.exec(value);
  return parts ? /^\d{17,20}$/.test(decodeBase64(parts[1] as string) ?? '') : null;
}

function openai(value: string): boolean | null {
  if (!value.startsWith('sk-') || value.startsWith('sk-ant-') || value.startsWith('sk-or-')) return null;
  const at = value.indexOf('T3BlbkFJ');
  if (at > 0) return value.length - at - 8 >= 20;
  return /^sk-(?:proj|svcacct|admin)-/.test(value) ? false : null;
}

function anthropic(value: string): boolean | null {
  if (!value.startsWith('sk-ant-')) return null;
  return /^sk-ant-[a-z]{3,8}\d{2}-[\w-]{80,130}AA$/.test(value);
}

/** Base58check with one of the versions of a private key: WIF, or an extended key of BIP-32 and SLIP-132. */
function base58Key(value: string): boolean | null {
  const wif = /^[59KLc][1-9A-HJ-NP-Za-km-z]{50,51}$/.test(value);
  if (!wif && !/^[xyztuvYZUV]prv[1-9A-HJ-NP-Za-km-z]{107,108}$/.test(value) && !/^6P[1-9A-HJ-NP-Za-km-z]{56}$/.test(value)) return null;
  const payload = decodeBase58Check(value);
  return payload !== null && (wif ? payload.length === 33 || (payload.length === 34 && payload[33] === 1) : payload.length >= 39);
}

function ageIdentity(value: string): boolean | null {
  return /^AGE-SECRET-KEY-(?:PQ-)?1/.test(value) ? bech32Variant(value) === 'bech32' : null;
}

function nostr(value: string): boolean | null {
  return /^nsec1/i.test(value) ? value.length === 63 && bech32Variant(value) === 'bech32' : null;
}

/** Magic of the format, then the name of a cipher with its length. */
function opensshKey(value: string): boolean | null {
  const body = value.replace(/-----[A-Z ]{1,60}-----|\\[nr]|\s/g, '');
  if (!body.startsWith('b3BlbnNzaC1r')) return null;
  const head = decodeBase64(body.slice(0, 40).replace(/(?<!=)=+$/, ''));
  return head?.startsWith('openssh-key-v1\0\0\0\0') === true && /^[a-z0-9@.-]{4}/.test(head.slice(19));
}

/** The outer SEQUENCE of DER says how long it is. */
function derKey(value: string): boolean | null {
  const body = value.replace(/-----[A-Z ]{1,60}-----|\\[nr]|\s/g, '');
  if (!/^M[A-Z]/.test(body) || body.length > LONGEST) return null;
  const bytes = decodeBase64(body);
  if (bytes === null || bytes.charCodeAt(0) !== 0x30) return false;
  const first = bytes.charCodeAt(1);
  const size = first < 128 ? 0 : first & 127;
  if (size > 2) return false;
  let length = size === 0 ? first : 0;
  for (let i = 0; i < size; i++) length = length * 256 + bytes.charCodeAt(2 + i);
  return bytes.length === 2 + size + length;
}

/** Version and key derivation of a secret key, and how long that is. */
function minisign(value: string): boolean | null {
  if (!/^RW(?:RT|QA|RC)/.test(value)) return null;
  const bytes = value.length <= 300 ? decodeBase64(value) : null;
  if (bytes === null) return false;
  const kind = bytes.slice(0, 6);
  return ((kind === 'EdScB2' || kind === 'Ed\0\0B2') && bytes.length === 158) || (kind.startsWith('EdBK') && bytes.length === 104);
}

/** Longer service tokens are protobuf, batch tokens begin with the version of their key. Short ones are random. */
function vault(value: string): boolean | null {
  const body = /^hv[bsr]\.([\w-]{20,2000})$/.exec(value)?.[1];
  if (body === undefined || body.length < 60) return null;
  return /^(?:CAES|AAAAAQ)/.test(body);
}

/** Claims with the address of the region, then 43 characters of base64. */
function sentry(value: string): boolean | null {
  if (/^sntry[ui]_/.test(value)) return /^sntry[ui]_[0-9a-f]{64}$/.test(value);
  if (!value.startsWith('sntrys_')) return null;
  const end = value.lastIndexOf('_');
  const claims = objectIn(value.slice(7, end < 8 ? undefined : end));
  return claims !== null && ('region_url' in claims || 'url' in claims) && /^_[A-Za-z0-9+/]{43}$/.test(value.slice(end));
}

/** CRC-32 of all before the last underscore, four bytes, lowest first. */
function grafanaAccount(value: string): boolean | null {
  if (!value.startsWith('glsa_')) return null;
  if (!/^glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}$/.test(value)) return false;
  const sum = crc32(value.slice(0, -9)).toString(16).padStart(8, '0');
  return (sum.match(/../g) ?? []).reverse().join('') === value.slice(-8);
}

/** JSON in base64 after a prefix, with one of these members. */
function objectAfter(prefix: string, members: readonly string[]): Check {
  return (value) => {
    if (!value.startsWith(prefix)) return null;
    const found = objectIn(value.slice(prefix.length).replace(/(?<!=)=+$/, ''));
    return found !== null && members.some((member) => member in found);
  };
}

/** Two numbers that an ObjectId and a random part make; the first begins with a time. */
function postman(value: string): boolean | null {
  if (!value.startsWith('PMAK-')) return null;
  return /^PMAK-[0-9a-f]{24}-[0-9a-f]{34}$/.test(value) && isRecent(value.slice(5));
}

/** `reftkn:01:<seconds>:<random>` in base64. */
function jfrog(value: string): boolean | null {
  if (!value.startsWith('cmVmdGtuO')) return null;
  return value.length <= 200 && /^reftkn:\d{2}:\d{10}:[A-Za-z0-9]{20,60}$/.test(decodeBase64(value) ?? '');
}

/** `BedrockAPIKey-<user>-at-<account>:<secret>` in base64. */
function bedrock(value: string): boolean | null {
  if (!value.startsWith('ABSK')) return null;
  return value.length <= 300 && /^BedrockAPIKey-[\w-]{2,40}-at-\d{12}:/.test(decodeBase64(value.slice(4).replace(/(?<!=)=+$/, '')) ?? '');
}

/** Version 1 to 8 and the variant of RFC 9562. */
function uuid(value: string): boolean | null {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? /^.{14}[1-8].{4}[89ab]/i.test(value) : null;
}

function basic(value: string): boolean | null {
  return /^[A-Za-z0-9+/_-]{8,4096}={0,2}$/.test(value) ? basicPair(value) !== null : null;
}

function seedPhrase(value: string): boolean | null {
  return value.length > 300 ? null : isSeedPhrase(value.trim().split(/[\s,]+/));
}

/**
 * Tests of formats by name, for `CredentialType.check`. They take the whole credential, prefix included, never throw, and cost time linear in it (base58:
 * at most 256 characters). A false lowers confidence and never drops a finding: samples are made up, and formats change.
 */
export const CHECKS: Readonly<Record<string, Check>> = {
  /** https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/ */
  github,
  /** https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/ */
  npm: github,
  /** https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens */
  'github-fine-grained': shaped(/^github_pat_/, /^github_pat_1[0-9A-Z]{10}[A-Za-z0-9]{11}_[A-Za-z0-9]{59}$/),
  /** https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/ */
  gitlab,
  /** https://docs.pypi.org/api/secrets/ and https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt */
  pypi,
  /** https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt */
  macaroon,
  /** https://github.com/rust-lang/crates.io (token prefix and length) */
  'crates-io': shaped(/^cio[A-Za-z0-9]{20}/, /^cio[A-Za-z0-9]{32}$/),
  /** https://guides.rubygems.org/api-key-scopes/ */
  rubygems: shaped(/^rubygems_/, /^rubygems_[0-9a-f]{48}$/),
  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
  'aws-key-id': awsKeyId,
  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html */
  'aws-session': awsSession,
  /** https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html */
  'aws-bedrock': bedrock,
  /** https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials */
  'azure-client-secret': fits(/^[\w.~-]{3}[78]Q~[\w.~-]{31,34}$/),
  /** https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage: 64 bytes */
  'azure-storage-key': base64Of(64),
  /** https://learn.microsoft.com/en-us/rest/api/storageservices/create-service-sas: HMAC-SHA-256, 32 bytes */
  'azure-sas': base64Of(32),
  /** https://docs.stripe.com/keys */
  stripe: shaped(/^[srp]k_(?:live|test)_/, /^[srp]k_(?:live|test)_(?:[A-Za-z0-9]{24}|5[A-Za-z0-9]{89,110})$/),
  /** https://docs.slack.dev/authentication/tokens/ */
  slack,
  /** https://www.rfc-editor.org/rfc/rfc7519#section-3 */
  jwt,
  /** https://www.rfc-editor.org/rfc/rfc7516#section-3.1 */
  jwe,
  /** https://github.com/paseto-standard/paseto-spec */
  paseto,
  /** https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys */
  sendgrid: shaped(/^SG\./, /^SG\.[\w-]{22}\.[\w-]{43}$/),
  /** https://core.telegram.org/bots/api#authorizing-your-bot */
  telegram: shaped(/^\d{8,10}:[\w-]{35}$/, /^\d{8,10}:AA[\w-]{33}$/),
  /** https://discord.com/developers/docs/reference#authentication */
  discord,
  /** https://cloud.google.com/docs/authentication/api-keys */
  'google-api-key': shaped(/^AIza[\w-]{35}$/, /^AIzaSy[A-D]/),
  /** https://cloud.google.com/docs/authentication/token-types#access */
  'google-oauth': shaped(/^ya29\./, /^ya29\.(?:[A-Za-z]\.?[\w-]|[\w-]{2})[\w.-]{40,2000}$/),
  /** https://developers.google.com/identity/protocols/oauth2/web-server */
  'google-client-secret': shaped(/^GOCSPX-/, /^GOCSPX-[\w-]{28}$/),
  /** https://firebase.google.com/docs/cloud-messaging/migrate-v1 (server keys) */
  'firebase-server-key': shaped(/^AAAA[\w-]{7}:/, /^AAAA[\w-]{7}:APA91b[\w-]{134}$/),
  /** https://platform.openai.com/docs/api-reference/authentication: "OpenAI" in base64 within */
  openai,
  /** https://docs.anthropic.com/en/api/getting-started */
  anthropic,
  /** https://en.bitcoin.it/wiki/Wallet_import_format, BIP-32, BIP-38, SLIP-132 */
  'base58-key': base58Key,
  /** https://github.com/C2SP/C2SP/blob/main/age.md (bech32, BIP-173) */
  'age-identity': ageIdentity,
  /** https://github.com/nostr-protocol/nips/blob/master/19.md */
  nostr,
  /** BIP-173 and BIP-350 */
  bech32: (value) => (/^[a-z]{1,83}1[02-9ac-hj-np-z]{6,1000}$/i.test(value) ? bech32Variant(value) !== null : null),
  /** https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki */
  bip39: seedPhrase,
  /** https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key */
  'openssh-key': opensshKey,
  /** ITU-T X.690, of RFC 5958, RFC 8017 and RFC 5915 */
  'der-key': derKey,
  /** https://jedisct1.github.io/minisign/ and https://man.openbsd.org/signify */
  minisign,
  /** https://docs.docker.com/security/access-tokens/ */
  docker: shaped(/^dckr_[po]at_/, /^dckr_(?:pat_[\w-]{27}|oat_[\w-]{32})$/),
  /** https://docs.doppler.com/docs/service-tokens */
  doppler: shaped(/^dp\.(?:pt|st|ct|sa|scim|audit)\./, /^dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}$/),
  /** https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing */
  shopify: shaped(/^shp(?:at|ca|pa|ss)_/, /^shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}$/),
  /** https://developer.squareup.com/docs/build-basics/access-tokens */
  square: shaped(/^(?:EAAA|sq0)/, /^(?:EAAA[\w-]{60}|sq0(?:atp|idp)-[\w-]{22}|sq0csp-[\w-]{43})$/),
  /** https://www.twilio.com/docs/glossary/what-is-a-sid */
  twilio: shaped(/^(?:SK|AC)[0-9a-fA-F]{24}/, /^(?:SK|AC)[0-9a-f]{32}$/),
  /** https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/ */
  mailgun: fits(/^(?:key-[0-9a-f]{32}|[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8})$/),
  /** https://mailchimp.com/developer/marketing/docs/fundamentals/ (data centre at the end) */
  mailchimp: shaped(/-us\d{1,3}$/, /^[0-9a-f]{32}-us[1-9]\d?$/),
  /** https://docs.databricks.com/aws/en/dev-tools/auth/pat */
  databricks: shaped(/^dapi[0-9a-fA-F]/, /^dapi[0-9a-f]{32}(?:-\d)?$/),
  /** https://developer.hashicorp.com/vault/docs/concepts/tokens */
  vault,
  /** https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens */
  terraform: shaped(/\.atlasv1\./, /^[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,70}$/),
  /** https://developer.okta.com/docs/guides/create-an-api-token/main/ */
  okta: fits(/^00[\w-]{40}$/),
  /** https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/ */
  'new-relic': shaped(/^NR(?:AK|AA|RA|II|IQ|JS)-/, /^NR(?:(?:AK|AA|RA)-[A-Z0-9]{27}|(?:II|IQ)-[\w-]{32}|JS-[0-9a-f]{19})$/),
  /** https://learning.postman.com/docs/developer/postman-api/authentication/ */
  postman,
  /** https://www.figma.com/developers/api#access-tokens */
  figma: shaped(/^fig[dou]r?_/, /^fig[dou]r?_[\w-]{38,50}$/),
  /** https://linear.app/developers/graphql#personal-api-keys */
  linear: shaped(/^lin_(?:api|oauth)_/, /^lin_(?:api_[A-Za-z0-9]{40}|oauth_[0-9a-f]{64})$/),
  /** https://developers.notion.com/page/changelog (September 2024: `ntn_`) */
  notion: shaped(/^(?:ntn_|secret_[A-Za-z0-9]{40})/, /^(?:ntn_\d{11}[A-Za-z0-9]{35}|secret_[A-Za-z0-9]{43})$/),
  /** https://planetscale.com/docs/api/reference/service-tokens */
  planetscale: shaped(/^pscale_(?:pw|tkn|oauth)_/, /^pscale_(?:pw|tkn|oauth)_[\w.=-]{32,64}$/),
  /** https://supabase.com/docs/guides/api/api-keys and https://supabase.com/docs/reference/api/introduction */
  supabase: shaped(/^(?:sbp_|sb_secret_)/, /^(?:sbp_(?:oauth_)?[0-9a-f]{40}|sb_secret_[\w-]{22}_[\w-]{8})$/),
  /** https://docs.sentry.io/security-legal-pii/security/token-formats/ */
  sentry,
  /** https://grafana.com/docs/grafana/latest/administration/service-accounts/ */
  'grafana-account': grafanaAccount,
  /** https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/ */
  'grafana-cloud': objectAfter('glc_', ['o', 'n', 'k']),
  /** https://grafana.com/docs/grafana/latest/developers/http_api/auth/ */
  'grafana-api-key': (value) =>
    value.startsWith('eyJrIjoi')
      ? ((found) => found !== null && 'k' in found && 'n' in found)(objectIn(value.replace(/(?<!=)=+$/, '')))
      : null,
  /** https://developer.1password.com/docs/service-accounts/ */
  'one-password': objectAfter('ops_', ['signInAddress', 'userAuth', 'email', 'muk']),
  /** https://docs.digitalocean.com/reference/api/create-personal-access-token/ */
  digitalocean: shaped(/^do[opr]_v1_/, /^do[opr]_v1_[0-9a-f]{64}$/),
  /** https://huggingface.co/docs/hub/security-tokens */
  'hugging-face': shaped(/^hf_/, /^hf_[A-Za-z]{34}$/),
  /** https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/ */
  pulumi: shaped(/^pul-/, /^pul-[0-9a-f]{40}$/),
  /** https://jfrog.com/help/r/jfrog-platform-administration-documentation/reference-tokens */
  jfrog,
  /** https://www.rfc-editor.org/rfc/rfc7617 */
  'basic-auth': basic,
  /** https://www.wireguard.com/quickstart/: Curve25519, 32 bytes */
  wireguard: base64Of(32),
  /** https://www.rfc-editor.org/rfc/rfc9562 */
  uuid,
};

import type { Span } from '../../scan/finding.ts';
import { firstLiteral, matchAssignment, nameBefore } from '../assignment.ts';
import { plainPair } from '../basic-pair.ts';
import { LETTERS } from '../characters.ts';
import { CALL_LITERALS, matchCredentialCall } from '../credential-call.ts';
import type { Family } from '../family.ts';
import { isPlaceholder } from '../placeholder.ts';
import { assignedConfidence, isJoinedPhrase, isMachineMade, literalConfidence } from '../rarity.ts';
import { COLUMN_CUES, endsColumn, secretsInColumns } from '../secret-columns.ts';
import { endsHeading, LIST_CUES, secretsInLists } from '../secret-lists.ts';
import { CODE_WORDS, GROUPED_WORDS, KEY_WORDS, LICENCE_WORDS, LOGIN_WORDS, PASSWORD_WORDS, PLAIN_CODE_WORDS } from '../secret-words.ts';
import { snmpPhrases } from '../snmp-phrases.ts';
import { textBefore } from '../text-before.ts';
import { literalsOf } from '../told/announced.ts';
import { CHANGE_CUES, changedPasswords, endsInValue } from '../told/changed.ts';
import { matchCode } from '../told/code.ts';
import { matchGrouped, matchToldKey } from '../told/key.ts';
import { loginLiterals, matchLogin, pairAfterAccount, passwordsBehindAddresses } from '../told/login.ts';
import { matchTold, toldConfidence } from '../told/password.ts';
import { isSigned, isStriking } from '../told/striking.ts';

/** Words that documentation puts in the place of a password. */
const DOCUMENTED = /^(?:(?:(?:my|your|some|the|user|db)[_-]?)?pass(?:word|wd)?|secret|pwd)\d{0,3}$/i;

/**
 * `user:password` before `@host`; digits and a slash are a port and a path. What documentation writes there is shown, and nothing acts on it: some systems do
 * have such passwords. So is one that is the user's name, or as short as a word.
 */
function validateUserinfo(text: string, span: Span): number | null {
  const { user, password } = plainPair(text, span);
  // No password, the next cell of a row, or the digest of an image.
  if (password === '' || user.includes(',') || /^@sha\d{3}:/.test(text.slice(span.end, span.end + 8))) return null;
  if (DOCUMENTED.test(password)) return 0.3;
  if (password === user) return 0.3;
  if (isPlaceholder(password) || /^\d{1,5}\//.test(password)) return null;
  return /^[a-z]{1,3}$|^(.)\1{0,7}$/i.test(password) ? 0.3 : 0.85;
}

/** `Password=` means a connection string only where a server is named within 200 characters. */
function validateKeyValuePassword(text: string, span: Span): number | null {
  const around = text.slice(Math.max(0, span.start - 200), span.end + 200);
  if (
    !/(?:server|host|data source|datasource|addr(?:ess)?|uid|user id|username|user|endpoint|initial catalog|database|dbname|jdbc)\s?[=:]/i.test(
      around,
    )
  )
    return null;
  const value = text.slice(span.start, span.end);
  // `password=db_password,` hands on an argument.
  if (DOCUMENTED.test(value) || /^[a-z]+(?:_[a-z]+){0,3}_(?:password|passwd|pwd)[,)]{0,2}$/.test(value)) return 0.3;
  const before = textBefore(text, span.start, 72);
  if (isNoValue(value, before, text.slice(span.end, span.end + 3))) return null;
  // In braces ODBC writes what holds signs of its own; so do templates names.
  if (text[span.start - 1] === '{') return isPlaceholder(value) || !/[^\w.()[\]"' -]/.test(value) || !/\d/.test(value) ? null : 0.8;
  // Cut short: a quoted value ends at its own quote.
  const quote = text[span.start - 1] as string;
  if ('"\''.includes(quote) && quote !== text[span.end]) return null;
  // An argument, and what ends it in code.
  if (isPlaceholder(value.replace(/[,)\]}:]{1,3}$/, '')) || /^[A-Za-z_$][\w$.]{0,64}[([]/.test(value)) return null;
  // A field number, a member of something, or a call that looks the password up.
  if (isPlaceholder(value) || /^\d{1,3}$|\($/.test(value) || /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+[(,]?$/.test(value)) return null;
  return 0.8;
}

/** What may stand behind `password=` and be none: yes or no, the argument of the same name, code that waits, a word of a sentence, the folder of a command. */
function isNoValue(value: string, before: string, after: string): boolean {
  if (/^(?:y|n|yes|no|on|off|await)$|^(?:none|null|nil|true|false)[)\]]/i.test(value)) return true;
  if (before.endsWith(`${value}=`) || before.endsWith(`${value} = `)) return true;
  if (/[^=\s]= $/.test(before) && /^[a-z]{2,6}$/.test(value) && /^ [a-z]/.test(after)) return true;
  return /[\s;]PWD=$/.test(before) && /^\/[\w.@-]+(?:\/[\w.@-]+){0,9}$/.test(value) && !after.startsWith(';');
}

/** Characters of a scheme with `://` and of a user's name, and of a password with the @ behind it, at most. */
const LONGEST_USER = 24 + 3 + 128;
const LONGEST_PASSWORD = 256 + 2 * 65 + 1;

/** Most addresses name no user: no colon stands before the path, or no @ behind it before white space or a quote. */
function hasUserinfo(text: string, at: number): boolean {
  let colon = text.indexOf(':', at) + 3;
  for (const end = at + LONGEST_USER; text.charCodeAt(colon) !== 58; colon++) {
    const unit = text.charCodeAt(colon);
    if (colon >= end || unit === 47 || !isUserinfo(unit)) return false;
  }
  for (let i = colon + 1; i <= colon + LONGEST_PASSWORD; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 64) return true;
    if (!isUserinfo(unit)) return false;
  }
  return false;
}

/** Neither white space nor a quote, an angle bracket or the end of the text. */
function isUserinfo(unit: number): boolean {
  return unit > 32 && unit !== 34 && unit !== 39 && unit !== 60 && unit !== 62 && unit !== 96;
}

function validatePlainText(text: string, span: Span): number | null {
  return isPlaceholder(text.slice(span.start, span.end)) ? null : 0.8;
}

/** Of `id/pw: root/x` the password alone is told by the words before it. */
function validateAssigned(text: string, span: Span): number | null {
  const { name, sign } = nameBefore(text, span.start);
  const end = span.start - sign.length;
  return pairAfterAccount(text, end - name.length, end) ? null : assignedConfidence(text, firstLiteral(text, span));
}

/** No word, name, file or address. */
function validateBehindLink(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return (isSigned(value) || isStriking(value, true)) && !/[/=&]/.test(value.slice(0, -1)) ? toldConfidence(text, span) : null;
}

/** Made by a machine, and no hash. */
function validateKey(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  const isHash = /^[0-9a-f-]+$/i.test(value) && !/[?&](?:auth|sign?|signature)=$/i.test(textBefore(text, span.start, 11));
  return isMachineMade(value) && !isHash && !isPlaceholder(value) ? 0.6 : null;
}

/** Made by a machine, and no identifier of a record. */
function validatePathKey(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return isMachineMade(value) && !/^[0-9a-f]{24}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) && !isPlaceholder(value)
    ? 0.6
    : null;
}

/** Each of its eight groups is eleven times sixteen bits. */
function validateRecoveryPassword(text: string, span: Span): number {
  const groups = text.slice(span.start, span.end).split('-').map(Number);
  return groups.every((group) => group % 11 === 0 && group < 11 * 65_536) ? 0.95 : 0.75;
}

/** Digits and letters, and no name of an address or interface. */
function validateDeviceSecret(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  // As Junos keeps them: https://www.juniper.net/documentation/us/en/software/junos/user-access/topics/topic-map/master-password-configuration-encryption.html
  if (/^\$9\$[\w./-]{4,}$/.test(value)) return 0.8;
  if (/^\$\d[a-z]?\$[\w./$-]{16,}$/.test(value) || isJoinedPhrase(value)) return 0.7;
  // As devices of Huawei keep them: https://support.huawei.com/enterprise/en/doc/EDOC1100278255
  if (/^(%\^%#|%@%@|%\+%#).{16,}\1$/.test(value)) return 0.8;
  return /\d/.test(value) && /[A-Za-z]/.test(value) && !isPlaceholder(value) && !/[/:]/.test(value.replace(/^[\w+/]{43}=$/, ''))
    ? 0.7
    : null;
}

/** No word, no name; the padding of base64 is no sign. */
function validateUnpadded(text: string, { start, end }: Span): number | null {
  const padding = /={0,2}$/.exec(text.slice(start, end))?.[0].length ?? 0;
  return literalConfidence(text, { start, end: end - padding });
}

function validateAccountKey(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return /\d/.test(value) && /[A-Z]/.test(value) && /[a-z]/.test(value) ? 0.9 : null;
}

export default {
  id: 'passwords',
  title: 'Connection strings and assigned secrets',
  entities: [
    { entity: 'CONNECTION_STRING', categories: ['secrets'] },
    { entity: 'ASSIGNED_SECRET', categories: ['secrets'], ambient: true },
  ],
  detectors: [
    {
      kind: 'anchored',
      id: 'url-password',
      entity: 'CONNECTION_STRING',
      source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
      anchors: { literals: ['://'] },
      lead: { of: `${LETTERS}0123456789+.-`, min: 2, max: 24 },
      worth: hasUserinfo,
      // The password may hold an @ or a /; it ends at the last @ that a host follows, or the end of a text that a host is joined to.
      pattern:
        /[a-z][a-z0-9+.-]{1,23}:\/\/(?=[^\s:/?#"'`<>]{0,128}:):?(?<value>(?:(?<=\/)[^\s:/?#"'`<>]{1,128}:)?[^\s"'`<>@/]{1,256}(?:[@/][^\s"'`<>@/]{1,64}){0,2})@(?:\[[0-9a-f:]{2,40}\]|[a-z0-9$%{}_.-]{1,253}|(?=["'`]))(?![\w@])/diy,
      confidence: 0.85,
      validate: validateUserinfo,
    },
    {
      kind: 'anchored',
      id: 'oracle-url-password',
      entity: 'CONNECTION_STRING',
      source: 'https://docs.oracle.com/en/database/oracle/oracle-database/19/jjdbc/data-sources-and-URLs.html',
      anchors: { literals: ['jdbc:oracle:'] },
      // The password may hold an @; it ends at the last one before a host, a service or a description.
      pattern: /jdbc:oracle:(?:thin|oci8?|kprb):[^\s/:@"'`<>]{1,64}\/(?<value>[^\s"'`<>/]{1,128})@(?=\/\/|[(\w])/diy,
      confidence: 0.85,
      validate: validateUserinfo,
    },
    {
      kind: 'anchored',
      id: 'go-mysql-password',
      entity: 'CONNECTION_STRING',
      source: 'https://github.com/go-sql-driver/mysql#dsn-data-source-name',
      anchors: { literals: ['@tcp(', '@unix('] },
      lead: { of: `${LETTERS}0123456789.:_@!#$%^&*+~-`, min: 3, max: 64 },
      pattern: /(?<value>[\w.-]{1,64}:[^\s"'`]{1,95})@(?:tcp|unix)\(/diy,
      confidence: 0.85,
      validate: validateUserinfo,
    },
    {
      kind: 'anchored',
      id: 'key-value-password',
      entity: 'CONNECTION_STRING',
      source: 'https://learn.microsoft.com/en-us/dotnet/framework/data/adonet/connection-string-syntax',
      anchors: { literals: ['password=', 'pwd=', 'password =', 'pwd ='] },
      pattern:
        /(?:(?<=[;,?&"'`\s][A-Za-z_ ]{0,12})|(?<![\s\S]))(?:password|pwd) ?=(?! ?[=>~]) ?["']?(?:\{(?=[^{}\r\n]{1,128}\}))?(?<value>(?<=\{)[^{}\r\n]{1,128}(?=\})|(?<!\{)(?:(?!, ?[a-z]\w{0,31}=|&(?:amp;|[\w.-]{1,32}=))[^\s;"'`]){1,128})(?=[};,&"'`\s]|$)/diy,
      confidence: 0.8,
      validate: validateKeyValuePassword,
    },
    {
      kind: 'anchored',
      id: 'azure-account-key',
      entity: 'CONNECTION_STRING',
      source: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-configure-connection-string',
      anchors: { literals: ['accountkey=', 'sharedaccesskey='] },
      pattern: /(?:AccountKey|SharedAccessKey)=(?<value>[A-Za-z0-9+/]{42,88}={0,2})(?![A-Za-z0-9+/=])/diy,
      confidence: 0.9,
      validate: validateAccountKey,
    },
    {
      kind: 'anchored',
      id: 'assigned-secret',
      entity: 'ASSIGNED_SECRET',
      source: 'https://cwe.mitre.org/data/definitions/798.html',
      anchors: {
        literals:
          'passw|pwd|passphrase|pass_phrase|secret|apikey|api-key|api key|api.key|access.key|access key|access-key|private key|private-key|private.key|auth key|auth-key|auth.key|_key|_pass|_pw|token|accesskey|authkey|privatekey|credential|kennwort|contraseña|mot de passe|mot_de_passe|mdp|_salt|masterkey|_pat=|_pat:|signingkey|signing-key|signing.key|cryptionkey|cryption-key|cryption.key|sessionkey|session-key|licensekey|license.key|sharedkey|shared-key|serverkey|server-key|appkey|app-key|_seed|nwkskey|appskey|cryptkey|hmackey|webhookkey|pepper'.split(
            '|',
          ),
      },
      pattern: matchAssignment,
      reach: 700,
      confidence: 0.6,
      validate: validateAssigned,
    },
    {
      kind: 'anchored',
      id: 'credential-call',
      entity: 'ASSIGNED_SECRET',
      source: 'https://cwe.mitre.org/data/definitions/798.html',
      anchors: { literals: CALL_LITERALS },
      pattern: matchCredentialCall,
      reach: 600,
      confidence: 0.75,
      validate: validateUnpadded,
    },
    {
      kind: 'anchored',
      id: 'powershell-password',
      entity: 'ASSIGNED_SECRET',
      source: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.security/convertto-securestring',
      anchors: { literals: ['convertto-securestring'] },
      // Plain text; what is encrypted comes without -AsPlainText.
      pattern:
        /convertto-securestring {1,4}(?:-(?:string|asplaintext|force) {1,4}){0,3}["']?(?<value>(?<=["'])[^"'\r\n]{4,256}(?=["'])|(?<![-"'])(?=[^\s"'-]{0,64}\d)[^\s"'$(-][^\s"'|;)]{5,128}(?=\s|$))(?=["']?[^\r\n]{0,64}-asplaintext|(?<=-(?:asplaintext|force)[^\r\n]{0,300}))/diy,
      confidence: 0.8,
      validate: validatePlainText,
    },
    {
      kind: 'anchored',
      id: 'password-in-prose',
      entity: 'ASSIGNED_SECRET',
      source: 'https://cwe.mitre.org/data/definitions/256.html',
      anchors: { literals: literalsOf(PASSWORD_WORDS) },
      pattern: matchTold,
      reach: 420,
      confidence: 0.6,
      validate: toldConfidence,
    },
    {
      kind: 'anchored',
      id: 'password-in-login',
      entity: 'ASSIGNED_SECRET',
      source: 'https://cwe.mitre.org/data/definitions/256.html',
      anchors: { literals: loginLiterals(LOGIN_WORDS) },
      pattern: matchLogin,
      reach: 300,
      confidence: 0.6,
      validate: toldConfidence,
    },
    {
      kind: 'nearby',
      id: 'password-behind-address',
      entity: 'ASSIGNED_SECRET',
      source: 'https://cwe.mitre.org/data/definitions/256.html',
      // An address that an arrow follows is not told to be one.
      cues: ['-->'],
      entities: ['IP_ADDRESS', 'IP_ADDRESS_PRIVATE'],
      before: 24,
      after: 96,
      find: (window) =>
        passwordsBehindAddresses(window).flatMap((span) => {
          const confidence = toldConfidence(window, span);
          return confidence === null ? [] : [{ span, confidence }];
        }),
    },
    {
      kind: 'anchored',
      id: 'password-behind-link',
      entity: 'ASSIGNED_SECRET',
      // As davfs2 and people write them: the address, who logs in, and with what.
      source: 'https://manpages.debian.org/stable/davfs2/mount.davfs.8.en.html#SECRETS_FILE',
      anchors: { literals: ['https://', 'http://'] },
      pattern:
        /https?:\/\/[^\s"'`<>]{4,200}(?:[ \t]{1,4}|[ \t]?[,;|-][ \t])(?:user(?:name)?:? |login:? )?["']?[\w.@+\\-]{2,64}["']?(?:[ \t]{1,4}|[ \t]?[,;|/:][ \t]?)["']?(?<value>[^\s"'`<>()[\]{}]{6,64})["']?(?=[ \t]{0,4}(?:[\r\n]|$))/diy,
      confidence: 0.55,
      validate: validateBehindLink,
    },
    {
      kind: 'anchored',
      id: 'one-time-key-in-address',
      entity: 'ASSIGNED_SECRET',
      source: 'https://github.com/google/google-authenticator/wiki/Key-Uri-Format',
      anchors: { literals: ['otpauth://'] },
      pattern: /otpauth:\/\/[th]otp\/[^\s"'`<>]{0,256}?[?&]secret=(?<value>[A-Z2-7]{16,128}={0,6})(?![A-Z0-9])/diy,
      confidence: 0.9,
      validate: validatePlainText,
    },
    {
      kind: 'anchored',
      id: 'key-in-address',
      entity: 'ASSIGNED_SECRET',
      source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.4',
      anchors: {
        literals: [
          '?key=',
          '&key=',
          ' key=',
          '?auth=',
          '&auth=',
          '?sig=',
          '&sig=',
          '?signature=',
          '&signature=',
          '?sign=',
          '&sign=',
          'jwt:',
          'jwt":',
          'jwt__key',
          'encryption:',
          'encryption":',
        ],
      },
      holdsRun: true,
      // `"Jwt": { "Key": "v"`, `Jwt:Key=v`: nothing but its section says what the key is.
      pattern:
        /(?:[?& ]key=["']?|[?&](?:auth|sig|sign|signature)=|(?:jwt|encryption)["']?(?:__|:)(?:[^}]{0,200}?[\s"'{])?key["']?[ \t]{0,4}[=:][ \t]{0,4}["']?)(?<value>[\w.~+/-]{24,256}={0,2})(?![\w%])/diy,
      confidence: 0.6,
      validate: validateKey,
    },
    {
      kind: 'anchored',
      id: 'key-in-path',
      entity: 'ASSIGNED_SECRET',
      source: 'https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html',
      anchors: {
        literals: [
          '/invite/',
          '/invitation/',
          '/accept/',
          '/reset/',
          '/reset-password/',
          '/password-reset/',
          '/activate/',
          '/unsubscribe/',
        ],
      },
      holdsRun: true,
      pattern:
        /(?<=https?:\/\/[^\s"'<>?#]{4,200})\/(?:(?:invit(?:e|ation)|accept|activate|unsubscribe|reset(?:-password)?|password-reset)\/){1,2}(?<value>[\w-]{24,256})(?=[\s"'<>),.?&]|$)/diy,
      confidence: 0.6,
      validate: validatePathKey,
    },
    {
      kind: 'anchored',
      id: 'bitlocker-password',
      entity: 'ASSIGNED_SECRET',
      source: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/manage-bde-protectors',
      anchors: { digits: 48 },
      pattern: /(?<![\d-])\d{6}(?:-\d{6}){7}(?![\d-])/y,
      confidence: 0.75,
      validate: validateRecoveryPassword,
    },
    {
      kind: 'anchored',
      id: 'password-in-state',
      entity: 'ASSIGNED_SECRET',
      source: 'https://registry.terraform.io/providers/hashicorp/random/latest/docs/resources/password',
      anchors: { literals: ['"random_password"'] },
      pattern: /"random_password"(?:(?!"result")[\s\S]){1,900}"result"\s{0,4}:\s{0,4}"(?<value>(?:[^"\\\r\n]|\\.){6,256})"/dy,
      confidence: 0.8,
      validate: validatePlainText,
    },
    {
      kind: 'anchored',
      id: 'characters-of-password',
      entity: 'ASSIGNED_SECRET',
      // Java takes passwords as arrays of characters.
      source: 'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/security/KeyStore.html',
      anchors: { literals: ['".tochararray('] },
      lead: { of: `${LETTERS}0123456789 !#$%&'()*+,-./:;<=>?@[]^_{|}~\``, min: 4, max: 64 },
      pattern: /(?<=")(?<value>[^"\\\r\n]{4,64})"\.toCharArray\(/diy,
      confidence: 0.75,
      validate: literalConfidence,
    },
    {
      kind: 'anchored',
      id: 'key-in-prose',
      entity: 'ASSIGNED_SECRET',
      source: 'https://cwe.mitre.org/data/definitions/798.html',
      anchors: { literals: literalsOf(KEY_WORDS) },
      pattern: matchToldKey,
      reach: 480,
      confidence: 0.6,
    },
    {
      kind: 'nearby',
      id: 'secret-in-column',
      entity: 'ASSIGNED_SECRET',
      source: 'https://www.rfc-editor.org/rfc/rfc4180',
      cues: COLUMN_CUES,
      counts: endsColumn,
      before: 200,
      after: 2_000,
      find: secretsInColumns,
    },
    {
      kind: 'nearby',
      id: 'secret-in-list',
      entity: 'ASSIGNED_SECRET',
      source: 'https://cwe.mitre.org/data/definitions/256.html',
      cues: LIST_CUES,
      counts: endsHeading,
      before: 24,
      after: 1_000,
      budget: 10_000,
      find: secretsInLists,
    },
    {
      kind: 'anchored',
      id: 'sql-password',
      entity: 'ASSIGNED_SECRET',
      source: 'https://dev.mysql.com/doc/refman/8.4/en/create-user.html',
      anchors: { literals: ['identified by', 'identified with', 'password(', 'password ('] },
      pattern:
        /(?:(?<=\b(?:create|alter|grant|user|role)\b[^;]{0,200})identified (?:with {1,2}["']?[^\s"']{1,40}["']? {1,2})?(?:by|as) {1,3}(?:password {1,2})?|(?<=\b(?:set|update|grant)\b[^;]{0,200}= {0,2})password {0,2}\( {0,2}(?=["']))["']?(?<value>(?<=["'])[^"'\r\n]{3,128}(?=["'])|(?<!["'])(?=[A-Za-z_]{0,40}\d)[\w!#$%*+-]{4,64}(?=[\s;\\"']|$))/diy,
      confidence: 0.75,
      validate: validatePlainText,
    },
    {
      kind: 'anchored',
      id: 'device-secret',
      entity: 'ASSIGNED_SECRET',
      source: 'https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/security/a1/sec-a1-cr-book.html',
      anchors: {
        literals:
          'pre-shared-key|pre-shared key|pre-shared-secret|wpa_passphrase|wpa-passphrase|psk=|psk:|psk |snmp|key-string|isakmp key|radius-|tacacs-|tacplus-|psksecret |rocommunity |rwcommunity |rocommunity6 |rwcommunity6 |authentication-key |enable secret|enable passw|secret 0 |bindpw|rootpw |insecure-password |option key|privilege |message-digest-key|password 0 |key 7 |cipher |plaintext "|plaintext-password |simple |wep key |rad-server key |radius server |tacacs server '.split(
            '|',
          ),
      },
      pattern:
        /(?<![a-z0-9])(?:pre-shared[- ](?:key|secret)|wpa[_-]passphrase|psk set-key|(?:wpa-)?psk(?:secret)?|snmp(?:-server)?[ _-]community|r[ow]community6?|authentication-key|(?<=(?:password|key|community|read|write) (?:irreversible-)?)cipher|(?<=password (?:level \d{1,2} )?)simple|wep key \d(?: size \d{2,3}bit)?|rad-server key|(?:radius|tacacs) server [^\s]{1,40}\r?\n(?:[ \t][^\r\n]{0,80}\r?\n){0,3}?[ \t]{1,4}key|plaintext(?:-password)?|key-string|isakmp key|(?:radius|tac(?:acs|plus))-server[^\r\n]{0,80}? (?:key|secret)|enable (?:secret|password)|privilege \d{1,2} (?:secret|password)|message-digest-key \d{1,3} md5|option key|(?:secret|password)(?= 0 )|key(?= 7 )|bindpw|rootpw|insecure-password)(?: (?:local|remote|ascii(?:-text)?|hex))?["']?(?: {0,2}[=:] {0,2}| {1,2})(?:[0678] )?["']?(?<value>[^\s"';]{6,128})/diy,
      confidence: 0.7,
      validate: validateDeviceSecret,
    },
    {
      kind: 'nearby',
      id: 'snmp-phrase',
      entity: 'ASSIGNED_SECRET',
      source: 'http://www.net-snmp.org/docs/man/snmpcmd.html',
      cues: ['snmp', 'createuser '],
      before: 8,
      after: 300,
      budget: 6_000,
      find: snmpPhrases,
    },
    {
      kind: 'nearby',
      id: 'password-changed',
      entity: 'ASSIGNED_SECRET',
      source: 'https://cwe.mitre.org/data/definitions/256.html',
      cues: CHANGE_CUES,
      counts: endsInValue,
      entities: ['ASSIGNED_SECRET'],
      before: 64,
      after: 160,
      budget: 6_000,
      find: changedPasswords,
    },
    {
      kind: 'anchored',
      id: 'password-in-file',
      entity: 'ASSIGNED_SECRET',
      // And the profile of wireless networks, their code to scan, the files of OpenVPN, Dovecot, Postfix and strongSwan, a setting of Neo4j's image, the service for names of IRC, scripts of Expect and of
      // Teradata, cloud-init, HAProxy.
      source: 'https://wiki.filezilla-project.org/Site_Manager',
      anchors: {
        literals:
          '<pass>|<pass encoding|<keymaterial>|wifi:|<auth-user-pass>|{plain}|{cleartext}|neo4j_auth|nickserv |chpasswd:|stats auth |.logon |send "|_maps = static:|: rsa |: ecdsa |: eap |: xauth |]:25|]:465|]:587| on >|password 51:b:|protect "|ugfzc3dvcmq6|npmauthident:'.split(
            '|',
          ),
      },
      pattern:
        /(?:(?<!=)<pass(?: encoding="[a-z\d]{1,16}")?>|<keymaterial>|wifi:(?:[a-z]:(?:\\.|[^\\;\r\n]){0,64};){0,4}?p:|<auth-user-pass>\r?\n[^\r\n]{1,64}\r?\n|\{(?:plain|cleartext)\}|neo4j_auth["']?[ \t]{0,2}[=:,][ \t]{0,2}["']?neo4j\/|chpasswd:\s{1,12}(?:expire: \w{4,5}\s{1,12})?list:[ \t]?\|?[-+]?\s{1,16}(?:- ?)?[\w.-]{1,32}:|stats auth [\w.-]{1,32}:|\.logon [\w.-]{1,64}\/[\w.-]{1,64},|nickserv :?(?:identify|register) (?:[^\s@]{1,32} (?=\S))?|(?<=assword[^\r\n]{0,40}\r?\n[ \t]{0,16})send (?:-- )?"(?=[^"\r\n]{4,64}\\r")|(?<=user \S{1,64}) on >|password 51:b:(?=[\dA-F]{32})|(?<=\.(?:un)?)protect "(?=[^"\r\n]{4,64}"[ \t]{0,4}(?:$|[\r\n,]))|_maps = static:[^\s:]{1,64}:|ugfzc3dvcmq6\r?\n(?:[cs<>-]{1,3}[:> ] ?)?|npmauthident: {1,4}["']?[^\s:"']{1,64}:|(?<=(?:^|\n)[^\r\n:"]{0,64}): (?:rsa|ecdsa|eap|xauth) (?:[^\s"]{1,64} )?"(?=[^"\r\n]{4,64}"[ \t]{0,4}(?:$|[\r\n]))|\]:(?:25|465|587)[ \t]{1,16}[^\s:]{1,128}:)(?<value>[^\s"'<>;:\\]{4,128})/diy,
      confidence: 0.75,
      validate: validateUnpadded,
    },
    {
      kind: 'anchored',
      id: 'access-code',
      entity: 'ASSIGNED_SECRET',
      source: 'https://cwe.mitre.org/data/definitions/256.html',
      anchors: { literals: [...literalsOf(CODE_WORDS), ...literalsOf(PLAIN_CODE_WORDS)] },
      pattern: matchCode,
      reach: 128,
      confidence: 0.55,
    },
    {
      kind: 'anchored',
      id: 'security-answer',
      entity: 'ASSIGNED_SECRET',
      source: 'https://cheatsheetseries.owasp.org/cheatsheets/Choosing_and_Using_Security_Questions_Cheat_Sheet.html',
      anchors: { literals: ['s maiden name', 'security answer', 'first pet'] },
      // A name; what a form says is none.
      pattern:
        /(?:(?<=[Mm]other['’]?)s [Mm]aiden [Nn]ame|[Ss]ecurity [Aa]nswer|[Ff]irst [Pp]et(?=[^?]{0,8}[?:]))(?:['’]s name)?(?: ?[:=?]|,? answer:| is| was) ["“]?(?!Re|Op|Pl|Un|In|En|Wh|Yo|Th)(?<value>\p{Lu}[\p{L}'’-]{2,20}(?: \p{Lu}[\p{L}'’-]{1,20}){0,2})(?=["”]?[.,;!)]?(?:\s|$))/duy,
      confidence: 0.55,
    },
    {
      kind: 'anchored',
      id: 'key-in-groups',
      entity: 'ASSIGNED_SECRET',
      source: 'https://cwe.mitre.org/data/definitions/256.html',
      anchors: { literals: literalsOf({ ...GROUPED_WORDS, licences: LICENCE_WORDS }) },
      pattern: matchGrouped,
      reach: 240,
      confidence: 0.7,
    },
  ],
} satisfies Family;

import type { Span } from '../../scan/finding.ts';
import { decodeBase64 } from '../base64.ts';
import { basicPair, plainPair } from '../basic-pair.ts';
import { CHECKS } from '../checks.ts';
import { matchCommandPassword } from '../command-password.ts';
import type { Family } from '../family.ts';
import { isHandMade, isPlaceholder } from '../placeholder.ts';
import { isLetterSalad } from '../rarity.ts';
import { textBefore } from '../text-before.ts';

/** A quote and a small letter behind a brace, in base64: the header of a token begins with one of these. */
const HEADERS = Array.from('hijklmnopqrstuvwxyz0123456', (letter) => `eyJ${letter}`);

/** A token whose header is no JSON object with an algorithm is no token. */
function validateJwt(text: string, span: Span): number | null {
  const header = text.slice(span.start, text.indexOf('.', span.start));
  const json = header.length <= 4096 ? decodeBase64(header)?.trim() : undefined;
  if (!json?.startsWith('{') || !json.endsWith('}') || !/"alg"\s{0,8}:\s{0,8}"[^"]{1,40}"/.test(json)) return null;
  // A word in the place of the content: an example.
  return /^\.[a-z]{2,24}(?:\.|$)/.test(text.slice(span.start + header.length, span.end)) ? 0.3 : 0.95;
}

/** An encrypted token names two algorithms. */
function validateJwe(text: string, span: Span): number | null {
  return CHECKS.jwe?.(text.slice(span.start, span.end)) === true ? 0.96 : null;
}

function validatePaseto(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return isMachineMade(value.slice(9)) ? (CHECKS.paseto?.(value) === true ? 0.95 : 0.6) : null;
}

/** Letters and digits, or both cases over some length: not a word, a name, or an expression. */
function isMachineMade(value: string): boolean {
  if (isPlaceholder(value) || isHandMade(value)) return false;
  if (/^[a-z]{2,}(?:[._-][a-z]{2,}){1,12}$/i.test(value)) return false;
  return /\d/.test(value)
    ? /[a-z]/i.test(value) || value.length >= 20
    : value.length >= 24 && /[a-z]/.test(value) && /[A-Z]{2}/.test(value);
}

/** What a call or a member access follows is code. */
function isCode(text: string, span: Span): boolean {
  const next = text[span.end];
  const value = text.slice(span.start, span.end);
  return next === '(' || next === '[' || /^[a-z_$][\w$]{0,40}\.[a-z_$][\w$.]{0,60}$/i.test(value);
}

/** A password out of a place where nothing but passwords stand: all but placeholders and variables. */
function isSecretWord(value: string): boolean {
  return !isPlaceholder(value) && !/^[A-Z][A-Z_]{2,}$/.test(value) && !/^[-<>|&;]/.test(value);
}

/** Such a password, where other things may stand, too: letters and digits. */
function isKeyWord(value: string): boolean {
  return isSecretWord(value) && /\d/.test(value) && /[a-z]/i.test(value);
}

function validateBasic(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  const named = /authori[sz]ation["'`\]\\]{0,4}\s{0,4}[:=,(]?\s{0,4}[\\"'`]{0,3}basic\s{1,4}$/i.test(textBefore(text, span.start, 48));
  const pair = basicPair(value);
  // A word behind "basic" may happen to be one.
  if (pair && !named && !/^[ -~]+$/.test(pair.user + pair.password)) return null;
  if (pair) return isPlaceholder(pair.password) ? (named ? 0.3 : null) : named ? 0.9 : 0.75;
  if (!named) return null;
  // A name without a password may be a key.
  if (/^[!-~]{4,256}:$/.test(decodeBase64(value) ?? '')) return 0.5;
  return value.length >= 16 && isMachineMade(value) ? 0.6 : null;
}

function validateBearer(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  if (!isMachineMade(value) || isCode(text, span) || /^https?:/i.test(value)) return null;
  return /authori[sz]ation/i.test(textBefore(text, span.start, 48)) ? 0.7 : 0.6;
}

function validateHeader(text: string, span: Span): number | null {
  return isMachineMade(text.slice(span.start, span.end)) && !isCode(text, span) ? 0.72 : null;
}

/** Names of headers that carry keys; `x-request-id` and `content-key` are none. */
function validateKeyHeader(text: string, span: Span): number | null {
  const name = /([a-z][a-z0-9-]{2,40})["'`\]\\]{0,3}[ \t]{0,2}[:,=][ \t]{0,2}[\\"'`]{0,3}$/i.exec(textBefore(text, span.start, 56))?.[1];
  if (!name || !/^x-|^(?:private|job|deploy)-token$|api-?key$|subscription-key$|^api-?token$/i.test(name)) return null;
  return /public|csrf|xsrf|request|idempotency|cache|continuation/i.test(name) ? null : validateHeader(text, span);
}

/** In a command for curl, all that stands in such a header is meant. */
function validateCurlHeader(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return !isPlaceholder(value) && /\d/.test(value) && /[a-z]/i.test(value) && !isHandMade(value) ? 0.72 : null;
}

/** Whether the option before `at` belongs to a command that fetches something. */
function isFetch(text: string, at: number): boolean {
  const before = textBefore(text, at, 600);
  return /\b(?:curl|wget|http|xh)(?:\.exe)?\s/.test(before.slice(Math.max(before.lastIndexOf('\n\n'), before.lastIndexOf(';')) + 1));
}

function validateCurlUser(text: string, span: Span): number | null {
  return isFetch(text, span.start) && isSecretWord(plainPair(text, span).password) ? 0.8 : null;
}

function validateCurlKey(text: string, span: Span): number | null {
  return isFetch(text, span.start) && isKeyWord(text.slice(span.start, span.end)) ? 0.72 : null;
}

function validateCommand(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  // A container's ports; the end of a sentence, the word that goes on with it.
  if (/^\d{2,5}:\d{2,5}/.test(value) || value === 'variable') return null;
  return isSecretWord(value.replace(/[.,]$/, '')) ? 0.8 : null;
}

/** After a sign any value is meant; after a space it may be the next word of a sentence. */
function validateOption(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  if (!isSecretWord(value.replace(/^pass:|[.,]$/g, '')) || isCode(text, span)) return null;
  if (/^(?:https?|file):\/\/|^user(?:name)?\/passw/.test(value)) return null;
  // `--ask-password`, `--no-password`: one is asked for, or there is none.
  if (/-(?:ask|prompt|no|without|read|use)-pass\w{0,6}[= ]{1,2}["']?$/.test(textBefore(text, span.start, 32))) return null;
  const rich = /\d/.test(value) || /[^\w-]/.test(value.slice(0, -1)) || isLetterSalad(value);
  if (/=["'`]?$/.test(text.slice(span.start - 2, span.start))) return rich ? 0.8 : 0.5;
  return rich && /[a-z]/i.test(value) ? 0.75 : null;
}

/** A port may be meant, a file, or what stands behind an option that asks for a password: `mysql -u root -p shop`. */
function validateShortOption(text: string, span: Span): number | null {
  const command = text.slice(Math.max(0, span.start - 99), span.end);
  return isKeyWord(text.slice(span.start, span.end)) && !/mysql|maria|run |\.[a-z]{2,4}$|\W[a-z]{1,6}\d$/.test(command) ? 0.75 : null;
}

/** What makes a call happen once, or names what belongs together. */
const NO_TOKEN = /-(?:cluster|change|client)-token[= ]["'`]?$/;

function validateTokenOption(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  if (NO_TOKEN.test(textBefore(text, span.start, 32)) && /^[a-z\d]+(?:-[a-z\d]+)+$/.test(value)) return null;
  return isMachineMade(value) && !isCode(text, span) ? 0.72 : null;
}

function validatePair(text: string, span: Span): number | null {
  const pair = basicPair(text.slice(span.start, span.end));
  return pair ? (isPlaceholder(pair.password) ? 0.3 : 0.9) : null;
}

function validateNpmrc(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return validatePair(text, span) ?? (isMachineMade(value) && value.length >= 16 ? 0.7 : null);
}

function validateNetrc(text: string, span: Span): number | null {
  return isSecretWord(text.slice(span.start, span.end)) ? 0.85 : null;
}

function validatePgpass(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  // Names of resources in a cloud have as many colons: `arn:*:ssm:*:*:item`.
  if (/\barn:[\w*-]{0,63}:[\w*-]{0,63}:[\w.@*-]{0,63}:$/.test(textBefore(text, span.start, 200))) return null;
  // A line of /etc/passwd.
  if (value.includes(':/')) return null;
  return isSecretWord(value) && !/^\d+$/.test(value) ? 0.8 : null;
}

/** A session by its name; a name as plain as `token` counts in a line about cookies only. */
function validateCookie(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  if (!isMachineMade(value) || isCode(text, span)) return null;
  const before = textBefore(text, span.start, 1500);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  // The half of a token against forged requests that is a cookie.
  if (/antiforgery[\w.-]{0,24}=["']?$/i.test(line)) return null;
  if (/"name"\s?:\s?"[\w.-]{2,40}",\s{0,16}"value"\s?:\s?"$/.test(before)) return 0.75;
  if (/cookie/i.test(line) || (/ -b ?["'][^"']{0,400}$/.test(line) && /\bcurl /.test(before))) return 0.75;
  return /(?:jsessionid|phpsessid|aspsessionid[a-z]{0,10}|asp\.net_sessionid|\.aspxauth|connect\.sid|aspnetcore\.[a-z.]{3,32}|li_at|sessionid|_session|sessid|session[-_]token)=["']?$/i.test(
    line,
  )
    ? 0.72
    : null;
}

function validateKubeToken(text: string, span: Span): number | null {
  return isMachineMade(text.slice(span.start, span.end)) ? 0.8 : null;
}

/** Letters of both cases or digits: no variables of a shell. */
function validateHash(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return isHandMade(value) || /x{8}|\*{4}|\.{3}/i.test(value) ? null : 0.75;
}

export default {
  id: 'tokens',
  title: 'Signed tokens, headers, cookies and passwords in commands',
  entities: [
    { entity: 'JWT', categories: ['secrets'], ambient: true },
    { entity: 'ACCESS_TOKEN', categories: ['secrets'], ambient: true },
    { entity: 'SESSION_COOKIE', categories: ['secrets'], ambient: true },
    { entity: 'PASSWORD', categories: ['secrets'] },
    { entity: 'PASSWORD_HASH', categories: ['secrets'] },
  ],
  detectors: [
    {
      kind: 'anchored',
      id: 'json-web-token',
      entity: 'JWT',
      source: 'https://www.rfc-editor.org/rfc/rfc7519#section-3',
      holdsRun: true,
      distinctive: true,
      anchors: { literals: HEADERS },
      // Three parts (signature may be empty, algorithm "none"), or the five of an encrypted token.
      pattern: /(?<![\w-])eyJ[\w-]{12,4096}\.[\w-]{2,8192}\.(?:[\w-]{2,8192}\.[\w-]{2,8192}\.)?[\w-]{0,2048}(?![\w-])/y,
      confidence: 0.75,
      validate: validateJwt,
    },
    {
      kind: 'anchored',
      id: 'json-web-encryption',
      entity: 'JWT',
      source: 'https://www.rfc-editor.org/rfc/rfc7516#section-3.1',
      holdsRun: true,
      anchors: { literals: HEADERS },
      // The second part, the encrypted key, is empty where the key is agreed on beforehand.
      pattern: /(?<![\w-])eyJ[\w-]{12,4096}\.[\w-]{0,2048}\.[\w-]{8,64}\.[\w-]{1,12000}\.[\w-]{16,90}(?![\w-])/y,
      confidence: 0.75,
      validate: validateJwe,
    },
    {
      kind: 'anchored',
      id: 'paseto',
      entity: 'JWT',
      source: 'https://github.com/paseto-standard/paseto-spec',
      holdsRun: true,
      anchors: { literals: ['1', '2', '3', '4'].flatMap((version) => [`v${version}.local.`, `v${version}.public.`]) },
      pattern: /(?<![\w.-])v[1-4]\.(?:local|public)\.[\w-]{40,12000}(?:\.[\w-]{1,2048})?(?![\w-])/y,
      confidence: 0.75,
      validate: validatePaseto,
    },
    {
      kind: 'anchored',
      id: 'basic-auth-header',
      entity: 'ACCESS_TOKEN',
      source: 'https://www.rfc-editor.org/rfc/rfc7617',
      anchors: { literals: ['basic ', 'basic",', "basic',"] },
      pattern: /(?<![a-z0-9])basic(?: {1,4}|["'], {0,4}["'])(?<value>[a-z0-9+/_-]{6,2048}={0,2})(?![a-z0-9+/=_-])/diy,
      confidence: 0.9,
      validate: validateBasic,
    },
    {
      kind: 'anchored',
      id: 'bearer-header',
      entity: 'ACCESS_TOKEN',
      source: 'https://www.rfc-editor.org/rfc/rfc6750#section-2.1',
      anchors: { literals: ['bearer'] },
      pattern:
        /(?<![a-z0-9])bearer(?: token)?["'`]?[ \t]{0,2}[:=,+]?(?:[ \t]{1,4}|\s{0,4}\{\s{0,24}"[\w.:-]{4,80}": ?)["'`]?(?<value>[a-z0-9~+/_-][a-z0-9._~+/|:=-]{14,4095}[a-z0-9_=~+/-])(?![a-z0-9])/diy,
      confidence: 0.7,
      validate: validateBearer,
    },
    {
      kind: 'anchored',
      id: 'authorization-header',
      entity: 'ACCESS_TOKEN',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2',
      anchors: { literals: ['authorization', 'authorisation'] },
      pattern:
        /(?<=(?:^|[\s"'`({,;[\\.])(?:proxy-)?)authori[sz]ation["'`\]\\]{0,4}\s{0,3}[:=,]\s{0,3}["'`\\]{0,3}(?:(?:api-?token|api-?key|token|key|bot|ssws|geniekey|oauth|apikey|client-id|pve\w{0,12}|splunk|discogs|signature) {1,2}(?:token=|key=)?["']?)?(?<value>[a-z0-9~+/_-][a-z0-9._~+/=:@%-]{14,1023})(?![a-z0-9])(?! [a-z0-9+/=._-]{8})/diy,
      confidence: 0.7,
      validate: validateHeader,
    },
    {
      kind: 'anchored',
      id: 'api-key-header',
      entity: 'ACCESS_TOKEN',
      source: 'https://swagger.io/docs/specification/v3_0/authentication/api-keys/',
      anchors: {
        literals:
          'x-api-|x-apikey|x-auth-|x-access-|x-vault-|x-amz-security-|x-goog-api-|x-functions-|private-token|job-token|subscription-key|-apikey|-api-key|-api-token'.split(
            '|',
          ),
      },
      pattern:
        /(?<=(?:^|[\s"'`({,;[\\])[a-z-]{0,24})[a-z-]{0,30}(?:key|token|secret)["'`\]\\]{0,3}[ \t]{0,2}[:,=][ \t]{0,2}[\\"'`]{0,3}(?<value>[a-z0-9~+/_-][a-z0-9._~+/=:-]{11,2047})(?![a-z0-9])/diy,
      confidence: 0.72,
      validate: validateKeyHeader,
    },
    {
      kind: 'anchored',
      id: 'curl-header',
      entity: 'ACCESS_TOKEN',
      source: 'https://curl.se/docs/manpage.html#-H',
      anchors: { literals: ['-h "', "-h '", '--header "', "--header '", '--header=', '-h"', "-h'"] },
      pattern:
        /(?:-H|--header)[ =]{0,2}\\?["'](?:[A-Za-z0-9-]{0,30}(?:[Kk]ey|[Tt]oken|[Ss]ecret|[Pp]assword|KEY|TOKEN|SECRET)): {0,2}(?<value>[^\s"'$<{*\\]{8,2048})(?=\\?["'])/dy,
      confidence: 0.72,
      validate: validateCurlHeader,
    },
    {
      kind: 'anchored',
      id: 'curl-user-password',
      entity: 'PASSWORD',
      source: 'https://curl.se/docs/manpage.html#-u',
      anchors: { literals: ['-u ', '-u"', "-u'", '--user', '--proxy-user', '-a ', '--auth'] },
      // The name and the password as they are sent; the password alone where it is quoted by itself, or nobody is named.
      pattern:
        /(?<=[\s\\])(?:-u {0,2}|-a {1,2}|--user(?:=| {1,2})|--proxy-user(?:=| {1,2})|--auth(?:=| {1,2}))["']?(?:[^\s:"'`<{$]{1,128}["']?:["']|:)?(?<value>(?<=:["'])[^"'\r\n]{3,128}(?=["'])|(?<=["']:)[^"'\r\n]{3,128}(?=["'])|(?<=["'])[^\s:"'`<{$]{1,128}:[^"'\r\n]{3,128}(?=["'])|(?<=[ =u]:)[^\s"'`<>]{3,128}(?![^\s"'`])|(?<![:"'])[^\s:"'`<{$]{1,128}:(?!["'])[^\s"'`<>]{3,128}(?![^\s"'`]))/dy,
      confidence: 0.8,
      validate: validateCurlUser,
    },
    {
      kind: 'anchored',
      id: 'curl-user-key',
      entity: 'ACCESS_TOKEN',
      source: 'https://curl.se/docs/manpage.html#-u',
      anchors: { literals: ['-u ', '-u"', "-u'", '--user'] },
      // A key as the name of the user, and no password.
      pattern: /(?<=[\s\\])(?:-u {0,2}|--user(?:=| {1,2}))["']?(?<value>[^\s:"'`<>{}$]{10,256}):(?=["'\s]|$)/dy,
      confidence: 0.72,
      validate: validateCurlKey,
    },
    {
      kind: 'anchored',
      id: 'command-password',
      entity: 'PASSWORD',
      source: 'https://cwe.mitre.org/data/definitions/214.html',
      anchors: {
        literals:
          'sshpass|mysql|mariadb|docker login|podman login|helm registry login|az login|redis-cli|mongo|ldapsearch|ldapadd|ldapmodify|smbclient|7z |zip |unzip |net use|htpasswd |xfreerdp|rdesktop|psexec|sqlcmd|bcp |ipmitool|echo |pass:|lftp |sqlplus |sqlldr |expdp |impdp |redis-server|rabbitmqctl|requirepass |masterauth |poetry config|composer config|pulumi config|bundle config|schtasks|ldappasswd|rar |wpa_passphrase |snmpwalk|snmpget|snmpset|snmpbulk|x11vnc|unlock-keychain|winrs |vsql |beeline |rootpw |steamcmd|ssh-keygen|openssl enc|az keyvault|vsce publish|ovsx publish|mc alias set |aws ssm put| <<<|connect |conn |userid=|target |catalog |auxiliary |radtest |user-secrets set|crtusrprf|chgusrprf|signon |> auth |signtool|certutil|oathtool'.split(
            '|',
          ),
      },
      pattern: matchCommandPassword,
      confidence: 0.8,
      validate: validateCommand,
    },
    {
      kind: 'anchored',
      id: 'password-option',
      entity: 'PASSWORD',
      source: 'https://cwe.mitre.org/data/definitions/214.html',
      anchors: {
        literals: '-password|-passwd|-passphrase|-pass |-pass=|-pwd|-pw |-storepass|-keypass|-passwort|-secret-string|tlspassword'.split(
          '|',
        ),
      },
      pattern:
        /(?<=(?:^|[\s"'`])(?:-{1,2}[a-z0-9-]{0,24})?)(?:-(?:password|passwort|passwd|passphrase|pass|pwd?|storepass|keypass|secret-string)|tlspassword)(?:=| {1,2})["']?(?<value>(?<=["'])[^"'\r\n]{4,128}(?=["'])|[^\s"'`|;<>)]{4,128})/dy,
      confidence: 0.75,
      validate: validateOption,
    },
    {
      kind: 'anchored',
      id: 'short-password-option',
      entity: 'PASSWORD',
      source: 'https://cwe.mitre.org/data/definitions/214.html',
      anchors: { literals: [' -p'] },
      // `-u name -p x`, `-U name -P x`: behind the name of somebody.
      pattern:
        /(?<=\s-[lu] {1,2}["']?[^\s"'-][^\s"']{0,64}["']? ?) -p ["']?(?<value>(?<=["'])[^"'\r\n]{4,128}(?=["'])|[^\s"'`|;<>)]{4,128})/diy,
      confidence: 0.75,
      validate: validateShortOption,
    },
    {
      kind: 'anchored',
      id: 'token-option',
      entity: 'ACCESS_TOKEN',
      source: 'https://cwe.mitre.org/data/definitions/214.html',
      anchors: { literals: ['-token', '-api-key', '-apikey', '-secret', '-access-key', '-auth-key', '-authkey'] },
      pattern:
        /(?<=(?:^|[\s"'`])-{1,2}[a-z0-9-]{0,24})-?(?:token|api-?key|secret(?:-key|-access-key)?|access-key|auth-?key)(?:=| {1,2})["'`]?(?<value>[A-Za-z0-9_+/~][\w.+/=~:-]{11,2048})(?![\w])/diy,
      confidence: 0.72,
      validate: validateTokenOption,
    },
    {
      kind: 'anchored',
      id: 'docker-auth',
      entity: 'PASSWORD',
      source: 'https://github.com/docker/cli/blob/master/man/docker-login.1.md',
      anchors: { literals: ['"auth"', '"auth\\"', '_auth'] },
      pattern:
        /(?:"auth\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}"|(?<![A-Za-z0-9])_auth["']?[ \t]{0,4}[=:][ \t]{0,4}["']?)(?<value>[A-Za-z0-9+/_-]{8,2048}={0,2})(?![A-Za-z0-9+/=_-])/dy,
      confidence: 0.9,
      validate: validateNpmrc,
    },
    {
      kind: 'anchored',
      id: 'netrc-password',
      entity: 'PASSWORD',
      source: 'https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html',
      anchors: { literals: ['machine ', 'default login'] },
      pattern:
        /(?<![\w-])(?:machine[ \t]{1,4}[^\s]{1,253}|default)(?:\s|\\n){1,16}login[ \t]{1,4}[^\s]{1,128}(?:\s|\\n){1,16}(?:account[ \t]{1,4}[^\s]{1,128}(?:\s|\\n){1,16})?password[ \t]{1,4}(?<value>[^\s"'`\\]{3,256})/dy,
      confidence: 0.85,
      validate: validateNetrc,
    },
    {
      kind: 'anchored',
      id: 'pgpass-password',
      entity: 'PASSWORD',
      source: 'https://www.postgresql.org/docs/current/libpq-pgpass.html',
      anchors: { literals: [':5432:', ':5433:', ':6432:', ':*:'] },
      lead: { of: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-*_', min: 1, max: 64 },
      pattern: /(?<![\w:/@.*-])[\w.*-]{1,64}:(?:\d{4}|\*):[\w*-]{1,63}:[\w.@*-]{1,63}:(?<value>[^\s"'`]{3,128})(?=\s|["'`]|$)/dy,
      confidence: 0.8,
      validate: validatePgpass,
    },
    {
      kind: 'anchored',
      id: 'wordpress-application-password',
      entity: 'PASSWORD',
      source: 'https://developer.wordpress.org/rest-api/reference/application-passwords/',
      anchors: { literals: ['wordpress', 'application password', 'application_password', 'application-password', 'wp_app'] },
      pattern:
        /(?:wordpress|application[ _-]password|wp_app)[\w .-]{0,32}["'`]{0,2}(?: ?[:=]| is)\s{0,2}["'`]?(?<value>(?:[A-Za-z0-9]{4} ){5}[A-Za-z0-9]{4})(?![\w-]| \w{4}(?!\w))/diy,
      confidence: 0.85,
      // Six short words of a sentence hold neither.
      validate: (text, { start, end }) => (/\d|[a-z][A-Z]/.test(text.slice(start, end)) ? 0.85 : null),
    },
    {
      kind: 'anchored',
      id: 'kubeconfig-token',
      entity: 'ACCESS_TOKEN',
      source: 'https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/',
      anchors: { literals: ['token:'] },
      pattern: /(?<=\buser:[ \t]{0,4}\r?\n[ \t]{1,16})token: {1,4}["']?(?<value>[\w.:~+/=-]{16,4096})(?![\w])/dy,
      confidence: 0.8,
      validate: validateKubeToken,
    },
    {
      kind: 'anchored',
      id: 'session-cookie',
      entity: 'SESSION_COOKIE',
      source: 'https://www.rfc-editor.org/rfc/rfc6265#section-4',
      anchors: {
        literals:
          'session=|sessionid=|session_id=|session-id=|sessid=|sid=|.aspxauth=|-token=|_token=|auth=| token=|;token=|wordpress_logged_in_|remember_me=|sso=|aspnetcore.|li_at='.split(
            '|',
          ),
      },
      pattern:
        /(?<=(?:^|[\s;,"'`?&({:])[a-z0-9_.-]{0,24})[ ;._-]?[a-z_.-]{3,40}(?:[0-9a-f]{32})?=["']?(?<value>[0-9a-f]{32}(?=\.[a-z]\w{0,15}(?:[;\s]|$))|[a-z0-9%_~+/-][a-z0-9%._~+/=:|!*-]{14,2047})(?![a-z0-9])/diy,
      confidence: 0.75,
      validate: validateCookie,
    },
    {
      kind: 'anchored',
      id: 'session-cookie-in-object',
      entity: 'SESSION_COOKIE',
      source: 'http://www.softwareishard.com/blog/har-12-spec/#cookies',
      anchors: { literals: ['sid"', 'session"', 'sessionid"', 'session_id"'] },
      pattern: /(?:session(?:_?id)?|sid)",\s{0,16}"value"\s?:\s?"(?<value>[\w%.~+/=:|!*-]{15,2047})"/diy,
      confidence: 0.75,
      validate: validateCookie,
    },
    {
      kind: 'anchored',
      id: 'password-hash',
      entity: 'PASSWORD_HASH',
      source: 'https://passlib.readthedocs.io/en/stable/modular_crypt_format.html',
      anchors: {
        literals:
          '$1$|$2a$|$2b$|$2y$|$5$|$6$|$7$|$y$|$gy$|$8$|$9$|$14$|$apr1$|$p$|$h$|$argon2|$scrypt|$pbkdf2|pbkdf2_sha|pbkdf2:sha|scrypt:|bcrypt$$2|{ssha|{sha}|{sha2|{sha5|{sha-|{smd5|{pbkdf2|$s$|grub.pbkdf2.'.split(
            '|',
          ),
      },
      pattern:
        /(?:\$2[aby]\$\d\d\$[A-Za-z0-9./]{53}|\$(?:1|apr1)\$[A-Za-z0-9./]{1,8}\$[A-Za-z0-9./]{22}|\$5\$(?:rounds=\d{4,9}\$)?[A-Za-z0-9./]{1,16}\$[A-Za-z0-9./]{43}|\$6\$(?:rounds=\d{4,9}\$)?[A-Za-z0-9./]{1,16}\$[A-Za-z0-9./]{86}|\$(?:7|y|gy)\$[A-Za-z0-9./]{1,14}\$[A-Za-z0-9./]{1,86}\$[A-Za-z0-9./]{43}|\$[89]\$[A-Za-z0-9./]{14}\$[A-Za-z0-9./]{43}|(?<=["' ])\$9\$[\w./-]{6,160}(?=["';])|\$[PH]\$[A-Za-z0-9./]{31}|\$S\$[A-Za-z0-9./]{52}|\$[67]\$\d{2,7}\$[A-Za-z0-9+/]{12,88}={0,2}\$[A-Za-z0-9+/]{64,88}={0,2}|grub\.pbkdf2\.sha512\.\d{4,8}\.[0-9A-Fa-f]{32,256}\.[0-9A-Fa-f]{64,256}|\$argon2(?:id|i|d)\$(?:v=\d{2}\$)?[a-z0-9=,]{5,40}\$[A-Za-z0-9+/.]{8,64}\$[A-Za-z0-9+/.]{16,128}|\$(?:scrypt|pbkdf2(?:-sha\d{1,3})?|pbkdf2-digest)\$[a-z0-9=,]{1,40}\$[A-Za-z0-9+/.=]{8,64}\$[A-Za-z0-9+/.=]{20,128}|pbkdf2_sha\d{1,3}\$\d{3,8}\$[A-Za-z0-9]{4,40}\$[A-Za-z0-9+/]{27,86}={0,2}|pbkdf2:sha\d{1,3}:\d{3,8}\$[A-Za-z0-9]{4,40}\$[0-9a-f]{40,128}|scrypt:\d{2,8}:\d{1,2}:\d{1,2}\$[A-Za-z0-9]{4,40}\$[0-9a-f]{64,128}|\{(?:SSHA|SHA|SMD5)(?:\d{3})?\}[A-Za-z0-9+/]{24,128}={0,2}|\{PBKDF2[A-Z0-9-]{0,10}\}\d{3,7}\$[A-Za-z0-9+/.]{8,64}\$[A-Za-z0-9+/.]{20,128})(?![A-Za-z0-9/])/y,
      confidence: 0.75,
      validate: validateHash,
    },
    {
      kind: 'anchored',
      id: 'windows-password-hash',
      entity: 'PASSWORD_HASH',
      source: 'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-samr/ (LM and NT hash; dump format of pwdump)',
      // The LM hash of an empty password, which stands before nearly every NT hash in a dump; and what ends a line of it.
      anchors: { literals: ['aad3b435b51404ee:'] },
      pattern: /aad3b435b51404ee:(?<value>[0-9a-f]{32})(?![0-9a-z])/diy,
      confidence: 0.85,
    },
  ],
} satisfies Family;

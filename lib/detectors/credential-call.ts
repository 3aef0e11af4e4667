import type { Span } from '../scan/finding.ts';
import { valueAt } from './told/announced.ts';
import { isStriking } from './told/striking.ts';

/** An argument of a call that is not the password: a text, or an expression without arguments of its own. */
const ARGUMENT = `(?:(?:"[^"\\r\\n]{0,200}"|'[^'\\r\\n]{0,200}')(?:\\.\\w{2,12}\\(\\))?|[^,()"'\\r\\n]{1,100})\\s{0,4},\\s{0,16}`;

/** Calls that take a key alone. */
const KEY_CALLS: readonly string[] = [
  'fernet(',
  'aes.new(',
  'hmac.new(',
  'cookieparser(',
  'symmetricsecuritykey(encoding.utf8.getbytes(',
  'symmetricsecuritykey(encoding.ascii.getbytes(',
];

/** Calls of libraries that take a name and a password, without regard to case, by the arguments that stand before the password. The documentation of each says so. */
const CALLS: readonly (readonly string[])[] = [
  // A name and a password in one, to be encoded.
  ['btoa(', 'buffer.from(', 'b64encode(', 'encodetostring(', ...KEY_CALLS],
  [
    // .NET, Java, Spring, Shiro, Azure
    'networkcredential(',
    'passwordauthentication(',
    'usernamepasswordcredentials(',
    'usernamepasswordcredential(',
    'usernamepasswordauthenticationtoken(',
    'usernamepasswordtoken(',
    'basic(',
    'basicauthenticationinterceptor(',
    'basicauthcredentials(',
    // Python
    'digestauth(',
    'basicauth(',
    'auth=(',
    'auth = (',
    'wifi.begin(',
    '.login(',
    '->login(',
    'cx_oracle.connect(',
    // Go, Ruby, JavaScript
    'basic_auth(',
    'basic_auth ',
    'credentials::new(',
    ':basic, ',
    'changeuserpassword(',
    'sp_addlogin ',
    'auth: [',
    'auth" => [',
    "auth' => [",
    '.auth(',
    ':auth(',
    // PHP
    'oci_connect(',
    // LDAP
    'simple_bind_s(',
    // Amazon's, for Java; what Ruby signs
    'awscredentials(',
    'hmac.hexdigest(',
    'hmac.digest(',
    // MQTT, PocketBase, Firebase
    'username_pw_set(',
    'set_credentials(',
    'authwithpassword(',
    'emailandpassword(',
    // What is signed or the name of a method, and the key: JavaScript, Python
    'jwt.sign(',
    'jwt.verify(',
    'jwt.encode(',
    'jwt.decode(',
    'createhmac(',
    'createcipheriv(',
    'createdecipheriv(',
  ],
  [
    'directoryentry(',
    'getconnection(',
    'mysqli_connect(',
    'mysqli(',
    'mysql_connect(',
    'new pdo(',
    'odbc_connect(',
    'ftp_login(',
    'imap_open(',
    'ldap_bind(',
    'ssh2_auth_password(',
    'mysqldb.connect(',
    'pymysql.connect(',
    'pymssql.connect(',
    'dbi->connect(',
    'sequelize(',
    'plainauth(',
    'ftp(',
    'hash_hmac(',
    'openssl_encrypt(',
    'openssl_decrypt(',
    // MATLAB, R, Julia
    ' database(',
  ],
  ['ssh.connect('],
  ['sp_addlinkedsrvlogin '],
];

/** Calls of tests and of programs' own, which take a name and a password, or other things. */
const OWN_CALLS: readonly string[] = ['credentials(', 'login(', 'signin(', 'sign_in(', 'log_in(', 'authenticate(', 'changepassword('];

/** Literals of an index. */
export const CALL_LITERALS: readonly string[] = [...CALLS.flat(), ...OWN_CALLS];

const BEFORE = CALLS.flatMap((calls, before) => calls.map((call) => [call, before] as const));

/** The password may be wrapped, as Rust's `Some("x")`, and ends the call, its line, or this argument. */
const PATTERNS = CALLS.map(
  (_, before) =>
    new RegExp(
      `\\s{0,16}(?:${ARGUMENT}){${before}}(?:[Ss]ome\\()?[bru]?["']([^"'\\r\\n]{4,128})["'](?:\\s{0,4}[,;).\\]}]|[ \\t]{0,4}$)`,
      'dmy',
    ),
);

/** The password among the arguments of the call that begins at `at`. */
export function matchCredentialCall(text: string, at: number): Span | null {
  const written = text.slice(at, at + LONGEST_CALL).toLowerCase();
  if (OWN_CALLS.some((name) => written.startsWith(name))) {
    const value = valueAt(text, text.indexOf('(', at) + 1, [PATTERNS[1] as RegExp]);
    return value && isStriking(text.slice(value.start, value.end), false) ? value : null;
  }
  const [call = '', before = 0] = BEFORE.find(([name]) => written.startsWith(name)) ?? [];
  if (call === '') return null;
  const value = valueAt(text, at + call.length, [PATTERNS[before] as RegExp]);
  // What others are called, too: a test, a list of roles, any text that is encoded, an argument alone, as clients of Redis take it.
  if (value ? before > 0 && !/^basic\(|\[$/.test(call) : !/^[.:]auth/.test(call)) return value;
  const only = value ?? valueAt(text, at + call.length, [PATTERNS[0] as RegExp]);
  if (KEY_CALLS.includes(call)) return only;
  if (!only) return null;
  const start = before > 0 ? only.start : only.start + text.slice(only.start, only.end).indexOf(':') + 1;
  return (before > 0 || start > only.start) && isStriking(text.slice(start, only.end), false) ? { start, end: only.end } : null;
}
const LONGEST_CALL = Math.max(...CALL_LITERALS.map(({ length }) => length));

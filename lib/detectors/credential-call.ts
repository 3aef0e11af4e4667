import type { Span } from '../scan/finding.ts';

/** An argument of a call that is not the password: a text, or an expression without arguments of its own. */
const ARGUMENT = `(?:"[^"\\r\\n]{0,200}"|'[^'\\r\\n]{0,200}'|[^,()"'\\r\\n]{1,100})\\s{0,4},\\s{0,16}`;

/** Calls of libraries that take a name and a password, without regard to case, by the arguments that stand before the password. The documentation of each says so. */
const CALLS: readonly (readonly string[])[] = [
  [],
  [
    // .NET, Java, Spring, Shiro, Azure
    'networkcredential(',
    'passwordauthentication(',
    'usernamepasswordcredentials(',
    'usernamepasswordcredential(',
    'usernamepasswordauthenticationtoken(',
    'usernamepasswordtoken(',
    'credentials.basic(',
    // Python
    'httpbasicauth(',
    'httpdigestauth(',
    'basicauth(',
    'auth=(',
    'wifi.begin(',
    '.login(',
    'cx_oracle.connect(',
    // Go, Ruby, JavaScript
    'setbasicauth(',
    'basic_auth(',
    '.auth(',
    // PHP
    'oci_connect(',
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
    'plainauth(',
  ],
];

/** Literals of an index. */
export const CALL_LITERALS: readonly string[] = CALLS.flat();

const BEFORE = new Map(CALLS.flatMap((calls, before) => calls.map((call) => [call, before] as const)));

const PATTERNS = CALLS.map(
  (_, before) => new RegExp(`\\s{0,16}(?:${ARGUMENT}){${before}}[bru]?["']([^"'\\r\\n]{4,128})["']\\s{0,4}[,).]`, 'dy'),
);

/** The password among the arguments of the call that begins at `at`. */
export function matchCredentialCall(text: string, at: number): Span | null {
  const open = text.indexOf('(', at);
  const call = text.slice(at, open + 1).toLowerCase();
  const pattern = PATTERNS[BEFORE.get(call) ?? -1];
  if (!pattern) return null;
  pattern.lastIndex = open + 1;
  const place = pattern.exec(text)?.indices?.[1];
  return place ? { start: place[0], end: place[1] } : null;
}

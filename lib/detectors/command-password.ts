import type { Span } from '../scan/finding.ts';

/** A value on a command line: quoted, or up to white space or what ends a command. */
const VALUE = `["']?(?<value>(?<=")[^"\\r\\n]{3,128}(?=")|(?<=')[^'\\r\\n]{3,128}(?=')|(?<!["'])(?:[^\\s"'|;&<>\`)]|&(?=[^\\s&])){3,128})`;
/** Arguments that come before; lazy, each with the space that parts it from the one before, so that there is one way only to split them. */
const ARGUMENTS = '(?: {1,3}[^\\s|;&]{1,100}){0,14}?';

/** How tools take a password, by what their command begins with. The manual of each says so. */
const COMMANDS: readonly (readonly [command: string, flag: string])[] = [
  ['sshpass', ' {1,2}-p ?'],
  // Without a space: with one, -p asks for the password.
  ['(?:mysql(?:dump|admin|import|show|sh|check|slap)?|mariadb(?:-dump|-admin)?)', ' {1,2}-p(?![ "\']|ort)'],
  ['(?:mysql(?:dump|admin|import|sh)?|mariadb(?:-dump)?)', ' {1,2}-p(?=["\'])'],
  ['(?:docker|podman|helm registry|az) login', ' {1,2}-p[ =]'],
  ['redis-cli', ' {1,2}-a '],
  // As Docker takes a command: in a list.
  ['redis-cli(?=["\'])', '[^\\r\\n\\]]{1,120}?["\']-a["\'],? ?(?=["\'])'],
  ['signtool(?:\\.exe)? sign', ' {1,2}/p '],
  ['certutil(?:\\.exe)?', ' {1,2}-p '],
  ['oathtool', ' {1,2}(?:-\\S{1,12} ){0,4}(?=[A-Za-z2-7]{16,64}(?:\\s|$))'],
  ['mongo(?:sh|dump|restore|export|import)?', ' {1,2}-p[ =]?(?!\\d{2,5}\\b)'],
  ['ldap(?:search|add|modify|passwd)', ' {1,2}-w '],
  ['smbclient', ' {1,2}-U {0,2}["\']?[^\\s%"\']{1,64}%'],
  ['(?:7z|rar) [a-z]', ' {1,2}-h?p'],
  ['(?:un)?zip', ' {1,2}-P '],
  [
    'net use',
    ' {1,2}(?:(?:/user:|[A-Za-z*]: )(?:"[^"\\r\\n]{1,120}"|[^\\s"]\\S{0,119}) |\\\\\\\\\\S{1,120} (?=\\S{1,127} {1,2}/user))(?!/)',
  ],
  ['(?:poetry|composer) config (?:-\\S{0,9} ){0,3}http-basic\\.\\S{1,100} \\S{1,100} ', ''],
  ['pulumi config set (?=[^\\r\\n]{0,250}--secret)(?:-\\S{1,20} ){0,3}[^\\s-]\\S{0,99} ', ''],
  ['bundle config (?:[a-z-]{1,9} ){0,3}[\\w.-]{1,100} ', '\\w{1,64}:'],
  ['schtasks', ' {1,2}/rp '],
  ['wpa_passphrase {1,2}(?:"[^"\\r\\n]{1,64}"|\\S{1,64}) ', ''],
  ['htpasswd (?=[^\\r\\n|;&]{0,24}-[a-zA-Z]{0,6}b)(?:-[a-zA-Z]{1,9} ){1,4}(?!-)\\S{1,120} ', '\\S{1,64} '],
  ['(?:rdesktop|xfreerdp)', ' {1,2}(?:-p |/p:)'],
  ['(?:psexec|PsExec|PSEXEC)(?:64)?(?:\\.exe|\\.EXE)?', ' {1,2}-p '],
  ['(?:sqlcmd|bcp|ipmitool)', ' {1,2}-P ?'],
  ['net user [\\w.-]{1,64} ', '(?=\\S{0,64}\\d)'],
  ['rabbitmqctl (?:add_user|change_password) \\S{1,120} ', ''],
  ['(?:requirepass|masterauth) ', ''],
  ['redis-server(?:["\'],)?', ' {1,2}["\']?--(?:requirepass|masterauth)(?:["\'],)? '],
  // The two names that every device begins with are known to all.
  ['snmp(?:walk|get|getnext|set|bulkwalk|bulkget|table|trap|inform|status|df)', ' {1,2}-c ?(?!["\']?(?:public|private)\\b)'],
  ['x11vnc', ' {1,2}-passwd '],
  ['unlock-keychain', ' {1,2}-p '],
  ['winrs', ' {1,2}[-/]p:'],
  ['vsql', ' {1,2}-w '],
  ['beeline', ' {1,2}-p '],
  ['rootpw', ' {1,2}--plaintext '],
  ['steamcmd', ' {1,2}\\+login \\S{1,64} (?!\\+)'],
  ['ssh-keygen', ' {1,2}-[NP] '],
  ['openssl enc', ' {1,2}-k '],
  ['(?:az keyvault secret set|aws ssm put-parameter(?=[^\\r\\n]{0,250}SecureString))', ' {1,2}--value[ =]'],
  ['(?:vsce|ovsx) publish', ' {1,2}-p '],
  ['lftp', ' {1,2}-u {0,2}["\']?[^\\s,"\']{1,64},'],
  ['mc alias set \\S{1,64} \\S{1,200} \\S{1,128} ', ''],
  ['radtest (?:-\\S{1,8} (?:\\S{1,8} )?)?\\S{1,64} ', ''],
  [
    'user-secrets set (?:-{1,2}\\w{1,12} \\S{1,60} ){0,2}(?=["\']?\\S{0,80}(?:[Pp]ass|[Pp]wd|[Ss]ecret|[Kk]ey|[Tt]oken))(?:"[^"\\r\\n]{1,100}"|\\S{1,100}) ',
    '',
  ],
  // https://www.ibm.com/docs/en/i/7.5?topic=ssw_ibm_i_75/cl/crtusrprf.html
  ['(?:CRT|CHG)USRPRF[^\\r\\n]{1,200}? PASSWORD\\(', '(?!\\*)'],
  ['SIGNON[^\\r\\n]{1,100}? PASSWORD\\(', '(?!\\*)'],
];

const PATTERNS = COMMANDS.map(
  ([command, flag]) => new RegExp(`(?<![\\w.-])${command}${command.endsWith(' ') ? '' : ARGUMENTS}${flag}${VALUE}`, 'dy'),
);

/** `openssl … -passin pass:x`. */
const OPENSSL = new RegExp(`(?<=-pass(?:in|out)?[ =])pass:${VALUE}`, 'dy');
/** `sudo -S … <<< x`, and what else reads one from its input. */
const HERE = new RegExp(`(?<=(?:sudo [^\\r\\n|;]{0,40}-\\w{0,4}S|stdin)[^\\r\\n|;<]{0,160}) ?<<< ?${VALUE}`, 'dy');
/** `echo x | sudo -S`, `echo name:x | chpasswd`, and what else reads one from its input. */
const SUDO = new RegExp(
  `echo (?:-n )?${VALUE}["']? ?\\| ?(?:(?:sudo )?(?:(?:-[a-zA-Z] )?-S|chpasswd|kinit|cryptsetup)|[^|\\r\\n]{1,99}--passw[\\w-]{1,12}stdin)`,
  'dy',
);

/** `sqlplus scott/x@db`: a password that holds an @ is quoted. */
const ORACLE =
  /(?<![\w-])(?:sqlplus|sqlldr|expdp|impdp)(?: {1,2}-[A-Za-z]{1,8}){0,4} {1,2}["']?[A-Za-z][\w$#]{0,63}\/(?:\\?"(?=[^"\r\n]{3,64}"))?(?<value>(?<=")[^"\r\n]{3,64}|[^\s@"'|;&<>`$]{3,64})/dy;
/** `exp userid=scott/x@db`, `rman target sys/x@db catalog rcat/y@cat`. */
const RECOVERY =
  /(?<=\b(?:rman|exp|imp|expdp|impdp|sqlldr)\b[^\r\n]{0,200})(?:userid=|target[ =]|catalog[ =]|auxiliary[ =])["']?[A-Za-z][\w$#]{0,63}\/(?<value>[^\s@"'|;&<>`$/]{3,64})(?=@\w)/diy;
/** `CONNECT scott/x@db` in a script or at its prompt. */
const CONNECT =
  /(?<=(?:^|\n|> ?)[ \t]{0,8})conn(?:ect)? {1,2}[A-Za-z][\w$#]{0,63}\/(?:"(?=[^"\r\n]{3,64}"@))?(?<value>(?<=")[^"\r\n]{3,64}|(?=[^\s@]{0,64}[\d!#%*+])[^\s@"'|;&<>`$/]{3,64})"?(?=@[\w/("][^\s;]{0,200}[ \t]{0,4}(?:$|[;\r\n]|as sys))/diy;

/** At the prompt of Redis (https://redis.io/docs/latest/commands/auth/). */
const PROMPTED = new RegExp(
  `> auth (?!(?:x?oauth|scram|cram|digest|plain|login|ntlm|gss))(?:\\S{1,64} (?=\\S))?(?=\\S{0,64}\\d)${VALUE}(?=[ \\t]{0,4}(?:[\\r\\n]|$))`,
  'diy',
);

/** What begins otherwise than with the name of a program that is given its password. */
const OTHERS: readonly (readonly [begin: RegExp, pattern: RegExp])[] = [
  [/pass:/y, OPENSSL],
  [/echo/y, SUDO],
  [/ <<</y, HERE],
  [/> auth/iy, PROMPTED],
  [/conn/iy, CONNECT],
  [/userid=|target|catalog|auxil/iy, RECOVERY],
];

/** The password in the command that begins at `at`. */
export function matchCommandPassword(text: string, at: number): Span | null {
  const other = OTHERS.find(([begin]) => {
    begin.lastIndex = at;
    return begin.test(text);
  });
  const patterns = other ? [other[1]] : [...PATTERNS, ORACLE];
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    const value = pattern.exec(text)?.indices?.groups?.value;
    if (value) return { start: value[0], end: value[1] };
  }
  return null;
}

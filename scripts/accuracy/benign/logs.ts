import { random } from '../../../tests/corpus/generate.ts';
import { distinct, fill, type Next, one } from './fill.ts';
import { VALUES } from './values.ts';

/** Lines of one kind of log; an excerpt is a handful of them. `head` comes once before them. */
export interface LogKind {
  readonly kind: string;
  readonly head?: string;
  readonly lines: readonly string[];
}

/** What people paste from terminals and dashboards. Each line is full of hashes, ids and numbers, and none of them opens anything. */
export const LOGS: readonly LogKind[] = [
  {
    kind: 'nginx',
    lines: [
      '«ip» - - [«clf»] "GET «route»?page=«int:90»&sort=key HTTP/1.1" 200 «int:90000» "https://shop.acme.test/cart" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/1«num:2».0.0.0 Safari/537.36"',
      '«ip» - alice [«clf»] "POST «route» HTTP/2.0" 302 0 "-" "curl/8.«int:9».0" rt=0.«num:3» uct="0.«num:3»" rid=«hex:32»',
      '«ip6» - - [«clf»] "GET /static/chunk-«hex:8».js HTTP/1.1" 304 0 etag="W/\\"«hex:8»-«hex:11»\\"" cache=HIT',
      '«date» «time» [error] «num:5»#«num:5»: *«num:6» upstream timed out (110: Connection timed out) while reading response header, client: «ip», server: api.acme.test, request: "GET «route» HTTP/1.1"',
    ],
  },
  {
    kind: 'syslog',
    lines: [
      '«syslog» «host» sshd[«num:5»]: Accepted publickey for deploy from «ip» port «num:5» ssh2: ED25519 SHA256:«base62:43»',
      '«syslog» «host» sshd[«num:5»]: Failed password for invalid user admin from «ip» port «num:5» ssh2',
      '«syslog» «host» sudo: pam_unix(sudo:auth): authentication failure; logname=bob uid=10«num:2» euid=0 tty=/dev/pts/«int:9» ruser=bob rhost=  user=bob',
      '«syslog» «host» kernel: [«num:6».«num:6»] usb 1-«int:9»: New USB device found, idVendor=«hex:4», idProduct=«hex:4», bcdDevice= «int:9».00',
      '«syslog» «host» systemd[1]: Started Session «num:4» of User root.',
      '«syslog» «host» dhclient[«num:4»]: DHCPACK of «ip» from «ip» (xid=0x«hex:8»)',
      '«syslog» «host» kernel: eth0: renamed from veth«hex:7» (link «mac»)',
    ],
  },
  {
    kind: 'kubectl',
    head: 'NAME                                READY   STATUS    RESTARTS   AGE',
    lines: [
      '«service»-«pod:9»-«pod:5»   1/1     Running   «int:9»          «int:90»d',
      '«service»-«pod:10»-«pod:5»   0/1     CrashLoopBackOff   «int:90»          «int:20»h',
      'token-refresher-«num:8»-«pod:5»   0/1     Completed   0          «int:50»m',
    ],
  },
  {
    kind: 'kubernetes events',
    lines: [
      '«nano» stderr F E«num:4» «time».«num:6»       1 reflector.go:1«num:2»] failed to list *v1.Secret: secrets is forbidden: User "system:serviceaccount:default:«service»" cannot list resource "secrets" in API group ""',
      'Normal  Pulled   «int:50»m  kubelet  Successfully pulled image "registry.acme.test/«service»@«sha256»" in «int:9».«num:3»s',
      'Warning  FailedMount  «int:50»s  kubelet  MountVolume.SetUp failed for volume "kube-api-access-«pod:5»" : secret "«service»-tls" not found',
      'Normal  Scheduled  «int:50»s  default-scheduler  Successfully assigned default/«service»-«pod:9»-«pod:5» to «host»',
      '  Container ID:   containerd://«hex:64»',
      '  UID: «uuid»  ResourceVersion: «num:9»',
    ],
  },
  {
    kind: 'docker build',
    lines: [
      '#«int:30» [«int:9»/9] RUN npm ci --omit=dev',
      '#«int:30» sha256:«hex:64» «int:90».«num:2»MB / «int:90».«num:2»MB «int:9».«int:9»s done',
      ' => => exporting manifest «sha256»            0.«int:9»s',
      ' ---> Running in «hex:12»',
      'Step «int:9»/12 : COPY package*.json ./',
      ' ---> «hex:12»',
      'Successfully built «hex:12»',
      'Digest: «sha256»',
    ],
  },
  {
    kind: 'docker ps',
    head: 'CONTAINER ID   IMAGE                  COMMAND                  CREATED       STATUS       PORTS                    NAMES',
    lines: [
      '«hex:12»   redis:7-alpine         "docker-entrypoint.s…"   «int:9» hours ago   Up «int:9» hours   0.0.0.0:«num:4»->6379/tcp   cache-«int:9»',
      '«hex:12»   «hex:12»           "node server.js"         «int:9» days ago    Up «int:9» days    0.0.0.0:«num:4»->3000/tcp   «service»',
      '«hex:12»   postgres:16            "docker-entrypoint.s…"   «int:9» weeks ago   Exited (1)                            db_«int:90»',
    ],
  },
  {
    kind: 'git log',
    lines: [
      'commit «hex:40»\nAuthor: Sam Carter\nDate:   Tue Mar «int:28» «time» 2025 +0100\n\n    «subject»\n',
      "commit «hex:40» (HEAD -> «branch», origin/«branch»)\nMerge: «hex:8» «hex:8»\nAuthor: Mina Okafor\n\n    Merge branch '«branch»'\n",
      'commit «hex:40» (tag: v«version»)\nAuthor: release bot\n\n    Release «version»\n\n    Change-Id: I«hex:40»\n',
    ],
  },
  {
    kind: 'git one line',
    lines: [
      '«hex:7» «subject» (#«num:4»)',
      '«hex:9» (tag: v«version») Release «version»',
      '«hex:40» refs/heads/«branch»',
      '«hex:40» refs/tags/v«version»^{}',
      '* «hex:7» - «subject» (3 days ago) <Mina Okafor>',
    ],
  },
  {
    kind: 'git diff',
    lines: [
      'diff --git a/«module» b/«module»\nindex «hex:7»..«hex:7» 100644\n--- a/«module»\n+++ b/«module»\n@@ -«int:90»,6 +«int:90»,7 @@ export function readToken(header: string): Token | null {\n-  const token = header.split(" ")[1];\n+  const token = parseBearer(header);\n   return token ?? null;',
      'diff --git a/package.json b/package.json\nindex «hex:7»..«hex:7» 100644\n@@ -«int:90»,3 +«int:90»,3 @@\n-    "«package»": "^«version»",\n+    "«package»": "^«version»",',
      'Subproject commit «hex:40»',
    ],
  },
  {
    kind: 'git blame',
    lines: [
      '«hex:8» («service» team «date» «time» +0200 «int:90») const key = row.key;',
      '^«hex:7» (Sam Carter «date» «time» +0000 «int:90»)   if (!password) return null;',
      '«hex:8» (Mina Okafor «date» «time» -0700 «int:90») export type Secret = Readonly<Record<string, string>>;',
    ],
  },
  {
    kind: 'npm install',
    lines: [
      'npm warn deprecated «package»@«version»: this library is no longer supported',
      'npm http fetch GET 200 https://registry.npmjs.org/«package»/-/«package»-«version».tgz «int:900»ms (cache miss)',
      'added «int:900» packages, and audited «int:999» packages in «int:50»s',
      '«int:90» packages are looking for funding',
      'npm error code EINTEGRITY\nnpm error «sri» integrity checksum failed when using sha512: wanted «sri» but got «sri». («num:6» bytes)',
      'npm verbose stack HttpErrorAuthUnknown: Unable to authenticate, need: Basic realm="artifacts"',
      'npm error A complete log of this run can be found in: /home/dev/.npm/_logs/«date»T10_22_«num:2»_«num:3»Z-debug-0.log',
    ],
  },
  {
    kind: 'yarn lock',
    lines: [
      '"«package»@^«version»":\n  version "«version»"\n  resolved "https://registry.yarnpkg.com/«package»/-/«package»-«version».tgz#«hex:40»"\n  integrity «sri»\n',
      '"«package»@npm:^«version»":\n  version: «version»\n  resolution: "«package»@npm:«version»"\n  checksum: 10c0/«hex:128»\n  languageName: node\n  linkType: hard\n',
    ],
  },
  {
    kind: 'other lock files',
    lines: [
      '[[package]]\nname = "base64"\nversion = "«version»"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "«hex:64»"\n',
      'golang.org/x/crypto v«version» h1:«base64:32»\ngolang.org/x/crypto v«version»/go.mod h1:«base64:32»',
      'cryptography==«version» \\\n    --hash=sha256:«hex:64» \\\n    --hash=sha256:«hex:64»',
      "  /«package»/«version»:\n    resolution: {integrity: «sri»}\n    engines: {node: '>=18'}\n    dev: true",
      '    {\n      "name": "symfony/password-hasher",\n      "version": "v«version»",\n      "dist": { "type": "zip", "reference": "«hex:40»", "shasum": "" }\n    },',
    ],
  },
  {
    kind: 'checksums',
    lines: [
      '«hex:64»  release-«version»-linux-amd64.tar.gz',
      '«hex:32»  backup-«date».sql',
      '«hex:40» *installer-«version».msi',
      'SHA256 (disk-«version».iso) = «hex:64»',
      'MD5 (photo-«num:4».jpg) = «hex:32»',
      'SHA512 (source.zip) = «hex:128»',
      '«HEX:64»  firmware_«num:4».bin',
    ],
  },
  {
    kind: 'node stack trace',
    lines: [
      "TypeError: Cannot read properties of undefined (reading 'token')\n    at getToken (/srv/app/dist/auth.js:«int:900»:«int:90»)\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)\n    at async /srv/app/node_modules/express/lib/router/layer.js:«int:300»:«int:90»",
      'Error: secretOrPrivateKey must have a value\n    at module.exports [as sign] (/app/node_modules/jsonwebtoken/sign.js:«int:300»:«int:40»)\n    at login (/app/src/«service».js:«int:900»:«int:90»)',
      "Error: connect ECONNREFUSED «ip»:5432\n    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:16«num:2»:16) {\n  errno: -111,\n  code: 'ECONNREFUSED',\n  syscall: 'connect',\n  port: 5432\n}",
      'webpack://app/./src/«service».ts?«hex:4»:«int:900»:«int:90»\n    at eval (webpack-internal:///(rsc)/./node_modules/next/dist/compiled/index.js:«int:90»:«num:4»)',
    ],
  },
  {
    kind: 'java stack trace',
    lines: [
      'java.lang.IllegalArgumentException: Illegal base64 character «hex:2»\n\tat java.base/java.util.Base64$Decoder.decode0(Base64.java:8«num:2»)\n\tat com.acme.auth.TokenFilter.doFilterInternal(TokenFilter.java:«int:300»)\n\t... «int:90» more',
      'Caused by: org.springframework.security.authentication.BadCredentialsException: Bad credentials\n\tat org.springframework.security.authentication.dao.DaoAuthenticationProvider.additionalAuthenticationChecks(DaoAuthenticationProvider.java:«int:90»)',
      '«date» «time».«num:3» ERROR [«service»,«hex:32»,«hex:16»] 1 --- [nio-8080-exec-«int:9»] o.a.c.c.C.[.[.[/].[dispatcherServlet] : Servlet.service() threw exception',
      '\tat com.acme.Api$$SpringCGLIB$$0.getPassword(<generated>)\n\tat com.acme.Api$$Lambda/0x000«hex:13».apply(Unknown Source)',
    ],
  },
  {
    kind: 'python stack trace',
    lines: [
      'Traceback (most recent call last):\n  File "/usr/lib/python3.12/site-packages/requests/models.py", line «int:999», in raise_for_status\n    raise HTTPError(http_error_msg, response=self)\nrequests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://api.acme.test/v1/orders/«num:8»',
      '  File "/app/settings.py", line «int:90», in <module>\n    SECRET_KEY = os.environ["SECRET_KEY"]\nKeyError: \'SECRET_KEY\'',
      '<botocore.client.S3 object at 0x7f«hex:10»>',
      'psycopg2.OperationalError: FATAL:  password authentication failed for user "app_«int:90»"',
      'ValueError: Fernet key must be 32 url-safe base64-encoded bytes.',
    ],
  },
  {
    kind: 'go and rust panic',
    lines: [
      'goroutine «int:900» [running]:\nmain.(*Store).Token(0xc000«hex:6», {0x«hex:6», 0x«hex:1»})\n\t/src/store.go:«int:300» +0x«hex:3»',
      "thread 'tokio-runtime-worker' panicked at src/auth.rs:«int:300»:«int:90»:\ncalled `Result::unwrap()` on an `Err` value: InvalidToken\nnote: run with `RUST_BACKTRACE=1`",
      '   «int:30»: app::session::load::{{closure}}::h«hex:16»\n             at ./src/session.rs:«int:300»:«int:60»',
    ],
  },
  {
    kind: 'sql',
    lines: [
      "INSERT INTO users (id, name, password_reset_at, created_at) VALUES ('«uuid»', 'Ada', NULL, '«date» «time»');",
      "UPDATE sessions SET expires_at = '«date» «time»' WHERE id = «num:7»;",
      "SELECT token_count, hash FROM usage WHERE tenant_id = «num:6» AND commit_sha = '«hex:40»' LIMIT «int:90»;",
      'LOG:  duration: «num:4».«num:3» ms  statement: SELECT count(*) FROM api_keys WHERE revoked = false',
      'DETAIL:  Key (order_no)=(«num:10») already exists.',
      'CREATE INDEX CONCURRENTLY idx_cards_token_«num:4» ON cards (token_hash);',
      ' «num:6» | «uuid» | «date» «time».«num:6»+00 | paid | «money»',
    ],
  },
  {
    kind: 'ci',
    lines: [
      '«iso» ##[group]Run actions/checkout@v4',
      '«iso» HEAD is now at «hex:7» «subject»',
      '«iso» Cache restored from key: Linux-node-«hex:64»',
      '«iso»   token: ***',
      '«iso»   ssh-strict: true\n«iso»   persist-credentials: true',
      '«iso» Uploaded artifact dist.zip («num:7» bytes, digest «hex:64»)',
      '«iso» ✓ tests/auth/token.test.ts («int:90» tests) «int:900»ms',
      '«iso» Job id: «num:10», run id: «num:11», attempt «int:4»',
    ],
  },
  {
    kind: 'json lines',
    lines: [
      '{"level":"info","ts":"«iso»","trace_id":"«hex:32»","span_id":"«hex:16»","request_id":"«uuid»","msg":"token refreshed","ms":«int:900»}',
      '{"level":"warn","time":«epochms»,"pid":«num:5»,"hostname":"«host»","reqId":"req-«base62:10»","msg":"password policy not met"}',
      '{"severity":"ERROR","insertId":"«lower:4»«num:4»«lower:6»","trace":"projects/acme/traces/«hex:32»","message":"auth failed for user «num:6»"}',
      '{"event":"key_rotated","key_id":«num:5»,"at":«epoch»,"etag":"\\"«hex:32»\\"","actor":"«uuid»"}',
    ],
  },
  {
    kind: 'http headers',
    lines: [
      'HTTP/2 200\ndate: «http»\ncontent-type: application/json\netag: W/"«hex:4»-«base64:20»"\nx-request-id: «uuid»\ncf-ray: «hex:16»-FRA\nstrict-transport-security: max-age=31536000',
      '< x-amz-request-id: «HEX:16»\n< x-amz-version-id: null\n< etag: "«hex:32»"\n< server: AmazonS3\n< content-length: «num:6»',
      '> GET «route» HTTP/1.1\n> Host: api.acme.test\n> Accept: */*\n> traceparent: 00-«hex:32»-«hex:16»-01\n> user-agent: curl/8.«int:9».0',
      "content-security-policy: script-src 'self' 'sha256-«base64:32»' 'sha256-«base64:32»'\ncontent-md5: «base64:16»\nlast-modified: «http»\nage: «num:5»",
    ],
  },
  {
    kind: 'cloud ids',
    lines: [
      'i-0«hex:16»  t3.medium  running  «ip»  vpc-0«hex:16»  subnet-0«hex:16»  sg-0«hex:16»',
      'arn:aws:lambda:eu-west-1:«num:12»:function:«service»:«int:90»',
      'START RequestId: «uuid» Version: $LATEST\nREPORT RequestId: «uuid»\tDuration: «int:900».«num:2» ms\tBilled Duration: «int:900» ms\tMemory Size: 256 MB\nXRAY TraceId: 1-«hex:8»-«hex:24»\tSegmentId: «hex:16»',
      '/subscriptions/«uuid»/resourceGroups/rg-«service»/providers/Microsoft.KeyVault/vaults/kv-«lower:6»',
      'arn:aws:kms:eu-central-1:«num:12»:key/«uuid»',
      'projects/acme-prod/locations/global/keyRings/app/cryptoKeys/token-key/cryptoKeyVersions/«int:9»',
    ],
  },
  {
    kind: 'database and queue',
    lines: [
      '«iso» [«int:90»] kafka.coordinator - Member consumer-«service»-«int:9»-«uuid» in group «service» has left',
      '«num:5»:M «int:28» Mar 2025 «time».«num:3» * Background saving started by pid «num:4»',
      '127.0.0.1:6379> GET session:count\n"«num:6»"',
      '{ "_id" : ObjectId("«hex:24»"), "order" : NumberLong("«num:12»"), "v" : «int:9» }',
      '«date»T«time».«num:3»+0000 I COMMAND [conn«num:5»] command shop.cards command: find { find: "cards", filter: { _id: ObjectId(\'«hex:24»\') } } keysExamined:1 docsExamined:1',
    ],
  },
  {
    kind: 'tables',
    head: 'id\torder\tsku\tqty\tprice\tcreated',
    lines: [
      '«num:5»\tORD-«num:8»\tSKU-«HEX:6»\t«int:20»\t«money»\t«date»',
      '«num:5»\t«num:10»\t«base62:8»\t«int:20»\t«money»\t«date» «time»',
      '«num:5»\tDE«num:7»\tA«num:3»-«num:4»\t«int:20»\t-«money»\t«epoch»',
    ],
  },
  {
    kind: 'android and ios',
    lines: [
      '«num:2»-«num:2» «time».«num:3»  «num:4»  «num:4» W KeyStore: keyguard token is null for uid 10«num:3»',
      '«num:2»-«num:2» «time».«num:3»  «num:4»  «num:4» E AndroidRuntime: java.lang.NullPointerException: getPassword(...) must not be null',
      'Thread 0 Crashed:: Dispatch queue: com.apple.main-thread\n0   App   0x00000001«hex:8» -[AuthController tokenDidExpire:] + «int:900»',
      'Incident Identifier: «UUID»\nCrashReporter Key:   «hex:40»\nHardware Model:      iPhone15,«int:4»',
      '<private>: nw_protocol_get_quic_image_block_invoke [C«int:90» «UUID» api.acme.test:443 tcp, tls]',
    ],
  },
];

/** Log excerpts of the kinds above, `each` of each kind, the same every time. */
export function logExcerpts(each: number): { readonly kind: string; readonly text: string }[] {
  return LOGS.flatMap(({ kind, head, lines }) => {
    const next: Next = random(`logs ${kind}`);
    const excerpt = (): string => {
      const body = Array.from({ length: 3 + Math.floor(next() * 10) }, () => fill(one(lines, next), VALUES, next));
      return [...(head === undefined ? [] : [head]), ...body].join('\n');
    };
    return distinct(['«excerpt»'], { excerpt }, next, each).map((text) => ({ kind, text }));
  });
}

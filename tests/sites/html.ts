import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** What a practice page is made of. */
export interface PageParts {
  readonly title: string;
  /** Name of the bundled script, without `.js`. */
  readonly script: string;
  /** Markup of the page before any script runs. */
  readonly body: string;
  /** Script that runs inline, first in the head, before the bundle. */
  readonly inline?: string;
  /** Content security policy; `NONCE` in it stands for this response's nonce. */
  readonly policy?: string;
}

/** Serves a practice page, plainly marked as one. */
export function page(response: ServerResponse, parts: PageParts): true {
  const nonce = randomBytes(16).toString('base64');
  const withNonce = parts.policy?.includes('NONCE') ? ` nonce="${nonce}"` : '';
  const inline = parts.inline ? `<script${withNonce}>${parts.inline}</script>` : '';
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    // Read anew each time, and yet fit for the back/forward cache, which a page that must not be stored is not.
    'cache-control': 'no-cache',
    ...(parts.policy ? { 'content-security-policy': parts.policy.replaceAll('NONCE', nonce) } : {}),
  });
  response.end(
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${inline}
<title>${parts.title} – practice page</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/practice/style.css">
<script type="module" src="/practice/${parts.script}.js"${withNonce}></script>
</head>
<body>
<div class="practice" role="note">Practice page: not ${parts.title}. It only talks to this computer.</div>
${parts.body}
</body>
</html>`,
  );
  return true;
}

import { page } from '../html.ts';
import { events, json, type PracticeSite } from '../site.ts';

const BODY = `<main><textarea aria-label="Prompt"></textarea><button type="button">Ask</button><output></output></main>`;

/**
 * A chat page without a format of its own: what it sends, and where, stands in its address. It plays listed sites that have changed
 * their requests, and a chat app that nobody has listed.
 */
export const PLAIN: PracticeSite = {
  id: 'plain',
  hosts: ['github.com', '*.githubcopilot.com', 'chat.unlisted.example'],
  answer({ method, url }, response) {
    if (method === 'GET') return page(response, { title: 'a chat', script: 'plain', body: BODY });
    if (url.searchParams.has('stream')) return events(response, [{ delta: 'Heard.' }, '[DONE]']);
    return json(response, { ok: true });
  },
};

/** Address of the page on a host, set up to send as given. */
export function plainChat(
  host: string,
  setup: { readonly to: string; readonly body: string; readonly field?: string; readonly headers?: string; readonly draft?: string },
): string {
  return `https://${host}/?${new URLSearchParams(setup)}`;
}

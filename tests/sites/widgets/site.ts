import type { ServerResponse } from 'node:http';
import { page } from '../html.ts';
import type { Arrival } from '../recorder.ts';
import { at, echo, events, readJson } from '../site.ts';

const WIDGETS: Readonly<Record<string, string>> = { 'deep-chat': 'a page with deep-chat', chatscope: 'a page with the chatscope kit' };

/** Pages with chat widgets of other makers, and the address that they talk to; false for other addresses. */
export function answerWidget(arrival: Arrival, response: ServerResponse): boolean {
  const { method, url } = arrival;
  const name = /^\/widgets\/([\w-]+)$/.exec(url.pathname)?.[1] ?? '';
  const title = WIDGETS[name];
  if (method === 'GET' && title) return page(response, { title, script: name, body: '<main><div class="widget"></div></main>' });
  if (method !== 'POST' || url.pathname !== '/api/chat') return false;
  const body = readJson(arrival);
  const text = [...at(body, 'messages.*.text'), ...at(body, 'messages.*.content')].at(-1) ?? '';
  return events(
    response,
    echo(text).map((piece) => ({ text: piece })),
  );
}

import { describe, expect, it } from 'vitest';
import { promptShape } from '../../../lib/capture/prompt-shape.ts';
import { readDocument } from '../../../lib/capture/wire/document.ts';

const ASK = 'Please explain this to me';

function shape(body: unknown, contentType = 'application/json') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const document = readDocument({ kind: 'text', text }, contentType, () => false);
  if (!document) throw new Error('unreadable');
  const found = promptShape(document.texts);
  return found && `${found.sure} ${found.prompts.join(' ')}`;
}

describe('what looks like a prompt to a model', () => {
  it.each([
    ['OpenAI, chat completions', { model: 'm', messages: [{ role: 'user', content: ASK }] }, 'strong /messages/0/content'],
    ['parts', { messages: [{ role: 'user', content: [{ type: 'text', text: ASK }] }] }, 'strong /messages/0/content/0/text'],
    ['AI SDK', { id: 'x', messages: [{ role: 'user', parts: [{ type: 'text', text: ASK }] }] }, 'strong /messages/0/parts/0/text'],
    ['OpenAI, responses', { model: 'm', input: [{ role: 'user', content: ASK }] }, 'strong /input/0/content'],
    ['Gemini', { contents: [{ role: 'user', parts: [{ text: ASK }] }] }, 'strong /contents/0/parts/0/text'],
    ['Anthropic', { model: 'm', system: 'Be short.', messages: [{ role: 'user', content: ASK }] }, 'strong /messages/0/content'],
    ['in an envelope', { data: { messages: [{ role: 'USER', content: ASK }] } }, 'strong /data/messages/0/content'],
    [
      'in GraphQL variables',
      { query: 'mutation A { b }', variables: { messages: [{ role: 'user', content: ASK }] } },
      'strong /variables/messages/0/content',
    ],
    [
      'JSON in a form',
      `payload=${encodeURIComponent(JSON.stringify({ messages: [{ role: 'user', content: ASK }] }))}`,
      'strong /payload/messages/0/content',
    ],
    ['Ollama, generate', { model: 'm', prompt: ASK }, 'weak /prompt'],
    ['OpenAI, responses with a text', { model: 'm', input: ASK }, 'weak /input'],
    ['a prompt alone', { prompt: ASK, conversation: 'c-1' }, 'weak /prompt'],
    ['a question in Japanese', { question: 'これは何ですか' }, 'weak /question'],
  ])('%s', (_, body, expected) => {
    const form = typeof body === 'string' ? 'application/x-www-form-urlencoded' : 'application/json';
    expect(shape(body, form)).toBe(expected);
  });

  it.each([
    [
      'an analytics beacon',
      {
        events: [{ name: 'click', properties: { message: 'Clicked on buy now', role: 'user' } }],
        context: { page: { title: 'My nice page' } },
      },
    ],
    ['a batch of telemetry', [{ type: 'track', event: 'Viewed the page', messageId: 'm-1' }]],
    [
      'an error report',
      { exception: { values: [{ type: 'TypeError', value: 'x is not a function' }] }, breadcrumbs: [{ message: 'fetch failed twice' }] },
    ],
    ['a GraphQL query', { query: 'query Search($q: String!) { search(q: $q) { id } }', variables: { q: 'red shoes size 9' } }],
    ['a short GraphQL query', { query: '{ viewer { login name } }' }],
    [
      'a persisted GraphQL call',
      { operationName: 'AddComment', variables: { input: { body: 'I think this is fine' } }, extensions: { hash: 'x' } },
    ],
    ['a comment form', { comment: { body: 'I think this is fine', author: 'ann' } }],
    ['mail', { to: ['a@b.example'], subject: 'Our next meeting', body: 'See you then' }],
    ['a chat between people', { channel: 'C1', messages: [{ sender: 'ann', body: 'see you at noon' }] }],
    ['a chat with roles of its own', { messages: [{ role: 'owner', content: 'see you at noon' }] }],
    ['a translation', { q: ['Guten Morgen zusammen'], source: 'de', target: 'en', format: 'text' }],
    ['a log-in', { username: 'ann', password: 'correct horse battery' }],
    ['a search by one word', { query: 'shoes' }],
    ['ids and a time zone', { message: '0f8fad5b-d9cb-469f-a165-70867728950e', text: 'Europe/Berlin' }],
    ['a table that is saved', { rows: [{ content: 'first cell of many', type: 'text' }] }],
    ['nothing', {}],
  ])('is not %s', (_, body) => {
    expect(shape(body)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { Channel, Draft } from '../../../lib/capture/draft.ts';
import { readDraft } from '../../../lib/capture/read-draft.ts';
import { BUILT_IN_SITES } from '../../../lib/sites/sites.ts';

function draft(url: string, body: unknown, channel: Channel = 'fetch'): Draft {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { channel, method: 'POST', url, contentType: '', body: { kind: 'text', text } };
}

function read(host: string, one: Draft) {
  const site = BUILT_IN_SITES.forHost(host);
  if (!site) throw new Error(`no site for ${host}`);
  const result = readDraft(one, site, host);
  if (!result.ok) throw new Error('unreadable');
  return result.reading;
}

function prompts(host: string, one: Draft): string[] {
  return read(host, one)
    .parts.filter((part) => part.role === 'prompt')
    .map((part) => part.text);
}

const chatgpt = {
  action: 'next',
  messages: [{ id: 'm', content: { parts: [{ asset_pointer: 'f' }, 'first', 'second'] } }],
  conversation_id: 'c1',
  model: 'auto',
};

describe('readDraft', () => {
  it.each([
    ['/backend-api/f/conversation', 'prompt'],
    ['/backend-api/conversation', 'prompt'],
    ['/backend-anon/f/conversation?x=1', 'prompt'],
    ['/backend-api/f/conversation/prepare', 'draft'],
    ['/backend-api/other/thing', 'other'],
  ])('knows what %s is', (path, kind) => {
    expect(read('chatgpt.com', draft(`https://chatgpt.com${path}`, chatgpt)).kind).toBe(kind);
  });

  it('reads every string part of every message, wherever it stands', () => {
    expect(prompts('chatgpt.com', draft('https://chatgpt.com/backend-api/f/conversation', chatgpt))).toEqual(['first', 'second']);
  });

  it('reads model and conversation', () => {
    const reading = read('chatgpt.com', draft('https://chatgpt.com/backend-api/f/conversation', chatgpt));
    expect([reading.model, reading.conversation]).toEqual(['auto', 'c1']);
  });

  it('reads the conversation from the address where it stands there', () => {
    const url = 'https://claude.ai/api/organizations/o/chat_conversations/conv-7/completion';
    expect(read('claude.ai', draft(url, { prompt: 'x' })).conversation).toBe('conv-7');
  });

  it('reads attachments of Claude as prompt text', () => {
    const url = 'https://claude.ai/api/organizations/o/chat_conversations/c/completion';
    const body = { prompt: '', attachments: [{ file_name: 'paste.txt', extracted_content: 'long paste' }] };
    expect(prompts('claude.ai', draft(url, body))).toEqual(['', 'long paste']);
  });

  it('finds Gemini behind an account path', () => {
    const url = 'https://gemini.google.com/u/2/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate?rt=c';
    const body = `f.req=${encodeURIComponent(JSON.stringify([null, JSON.stringify([['hello']])]))}&at=x`;
    expect(prompts('gemini.google.com', { ...draft(url, body, 'xhr'), contentType: 'application/x-www-form-urlencoded' })).toEqual([
      'hello',
    ]);
  });

  it('tells prompt frames of a socket from others', () => {
    const url = 'wss://copilot.microsoft.com/c/api/chat?accessToken=t';
    const send = {
      event: 'send',
      content: [
        { type: 'image', url: 'u' },
        { type: 'text', text: 'hi' },
      ],
    };
    expect(read('copilot.microsoft.com', draft(url, send, 'websocket')).kind).toBe('prompt');
    expect(prompts('copilot.microsoft.com', draft(url, send, 'websocket'))).toEqual(['hi']);
    expect(read('copilot.microsoft.com', draft(url, { event: 'setOptions' }, 'websocket')).kind).toBe('other');
  });

  it('reads both fields of Perplexity, and its suggestion socket on another host as a draft', () => {
    const both = { query_str: 'q', params: { dsl_query: 'q' } };
    expect(prompts('www.perplexity.ai', draft('https://www.perplexity.ai/rest/sse/perplexity_ask', both))).toEqual(['q', 'q']);
    expect(read('www.perplexity.ai', draft('wss://suggest.perplexity.ai/suggest/ws', { q: 'typed' }, 'websocket')).kind).toBe('draft');
  });

  it('reads a known prompt of an unknown shape string by string, as prompt text', () => {
    expect(prompts('chatgpt.com', draft('https://chatgpt.com/backend-api/f/conversation', { turn: { words: 'new shape' } }))).toEqual([
      'new shape',
    ]);
    expect(prompts('chatgpt.com', draft('https://chatgpt.com/backend-api/f/conversation', 'no JSON at all'))).toEqual(['no JSON at all']);
  });

  it('reads strings of requests that nobody described, and of the query, as other text', () => {
    const reading = read('chatgpt.com', draft('https://telemetry.example/v1/t?who=me', { event: 'typed' }));
    expect(reading.parts).toEqual([
      { path: '/event', text: 'typed', role: 'other' },
      { path: '?who~~0', text: 'me', role: 'other' },
    ]);
    expect(reading.rewrite(new Map([['?who~~0', 'x']]))).toBeNull();
  });

  it('does not take another host for the page by the path alone', () => {
    expect(read('chatgpt.com', draft('https://evil.example/backend-api/f/conversation', chatgpt)).kind).toBe('other');
  });

  it('answers a refused autocomplete harmlessly', () => {
    const url = 'https://chatgpt.com/backend-api/conversation/experimental/generate_autocompletions';
    expect(read('chatgpt.com', draft(url, { input_text: 'x' })).refusal).toEqual({
      status: 200,
      contentType: 'application/json',
      body: '{"completions":[]}',
    });
  });

  it.each([
    ['a prompt', chatgpt, 'prompt', 'known'],
    ['a prompt of an unknown shape', { turn: { say: 'some words here' } }, 'prompt', 'unknown'],
    ['a prompt without words of anybody', { retry: true, parent: '0f8fad5b-d9cb-469f-a165-70867728950e' }, 'prompt', null],
  ])('tells %s', (_, body, kind, shape) => {
    expect(read('chatgpt.com', draft('https://chatgpt.com/backend-api/f/conversation', body))).toMatchObject({ kind, shape });
  });

  it('tells what is not a prompt', () => {
    expect(read('chatgpt.com', draft('https://chatgpt.com/ces/v1/t', { event: 'some words here' }))).toMatchObject({
      kind: 'other',
      shape: null,
    });
  });

  it('reads of a site without an entry what looks like a prompt, and nothing else', () => {
    const { unlisted } = BUILT_IN_SITES;
    const readUnlisted = (body: unknown) => {
      const result = readDraft(draft('https://a.example/v9', body), unlisted, 'a.example');
      return result.ok && { kind: result.reading.kind, parts: result.reading.parts };
    };
    expect(readUnlisted({ model: 'm-1', messages: [{ role: 'user', content: 'some words' }] })).toEqual({
      kind: 'prompt',
      parts: [
        { path: '/model', text: 'm-1', role: 'other' },
        { path: '/messages/0/role', text: 'user', role: 'other' },
        { path: '/messages/0/content', text: 'some words', role: 'prompt' },
      ],
    });
    expect(readUnlisted({ comment: 'some words' })).toEqual({ kind: 'other', parts: [] });
  });

  it.each<[what: string, change: Partial<Draft>, path: string, text: string]>([
    ['a method', { method: 'NOTE-OF-MINE' }, '@method', 'NOTE-OF-MINE'],
    ['a content type', { contentType: 'text/plain; note=mine' }, '@content-type', 'text/plain; note=mine'],
    [
      'a boundary',
      { contentType: 'multipart/form-data; boundary=note-of-mine' },
      '@content-type',
      'multipart/form-data; boundary=note-of-mine',
    ],
  ])('reads %s that page code has made up, and does not write it anew', (_, change, path, made) => {
    const reading = read('chatgpt.com', { ...draft('https://chatgpt.com/x', 'hello'), ...change });
    expect(reading.parts).toContainEqual({ path, text: made, role: 'other' });
    expect(reading.rewrite(new Map([[path, 'x']]))).toBeNull();
  });

  it.each(['application/json', 'text/plain;charset=UTF-8', 'multipart/form-data; boundary=----WebKitFormBoundaryAbCd1234EfGh5678', ''])(
    'finds nothing in the content type %j',
    (contentType) => {
      const reading = read('chatgpt.com', { ...draft('https://chatgpt.com/x', 'hello'), contentType });
      expect(reading.parts.filter(({ path }) => path.startsWith('@'))).toEqual([]);
    },
  );

  it('leaves alone what is unreadable on a host that serves much else', () => {
    const huge = (url: string) => draft(url, 'x'.repeat(16_000_001));
    const github = BUILT_IN_SITES.forHost('github.com');
    const copilot = 'https://api.individual.githubcopilot.com/github/chat/threads/t/messages';
    expect(github && readDraft(huge('https://github.com/upload'), github, 'github.com')).toMatchObject({
      ok: true,
      reading: { parts: [] },
    });
    expect(github && readDraft(huge(copilot), github, 'github.com')).toMatchObject({ ok: false, kind: 'prompt' });
    expect(readDraft(huge('https://a.example/upload'), BUILT_IN_SITES.unlisted, 'a.example')).toMatchObject({
      ok: true,
      reading: { parts: [] },
    });
  });

  it('says unreadable, and what kind it was, for a body beyond the bounds', () => {
    const site = BUILT_IN_SITES.forHost('chatgpt.com');
    const huge = draft('https://chatgpt.com/backend-api/f/conversation', 'x'.repeat(16_000_001));
    expect(site && readDraft(huge, site, 'chatgpt.com')).toMatchObject({ ok: false, kind: 'prompt' });
  });
});

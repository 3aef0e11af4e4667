import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Body } from '../../../../lib/capture/draft.ts';
import { readDocument } from '../../../../lib/capture/wire/document.ts';

const FORM = 'application/x-www-form-urlencoded;charset=UTF-8';
const nothingIsText = (): boolean => false;

function text(value: string): Body {
  return { kind: 'text', text: value };
}

function read(body: Body, contentType = '', isText: (pointer: string) => boolean = nothingIsText) {
  const document = readDocument(body, contentType, isText);
  if (!document) throw new Error('unreadable');
  return document;
}

function rewritten(body: Body, contentType: string, values: Record<string, string>): string | null {
  const result = read(body, contentType).rewrite(new Map(Object.entries(values)));
  if (result === null) return null;
  return result.kind === 'text' ? result.text : atob(result.base64);
}

describe('readDocument', () => {
  it('replaces one string of a JSON body and leaves every other character as it was', () => {
    const body = '{ "n": 1.50, "big": 12345678901234567890,\n "p": "caf\\u00e9", "q": "secret" , "q2":"" }';
    expect(rewritten(text(body), 'application/json', { '/q': 'a"b' })).toBe(body.replace('"secret"', '"a\\"b"'));
  });

  it('reads JSON inside JSON inside a form field, and writes it back through all of them', () => {
    const body = `f.req=${encodeURIComponent(JSON.stringify([null, JSON.stringify([['hello world', 0], null])]))}&at=tok%3Aen&`;
    const document = read(text(body), FORM);
    expect(document.texts).toContainEqual({ pointer: '/f.req/1/0/0', value: 'hello world' });
    const out = new URLSearchParams(rewritten(text(body), FORM, { '/f.req/1/0/0': 'a "quoted" & b' }) ?? '');
    expect(JSON.parse(JSON.parse(out.get('f.req') ?? '')[1])).toEqual([['a "quoted" & b', 0], null]);
    expect(out.get('at')).toBe('tok:en');
  });

  it('does not take text apart that people wrote, even when it is JSON', () => {
    const prompt = '{"password": "hunter2"}';
    const document = read(text(JSON.stringify({ prompt })), 'application/json', (pointer) => pointer === '/prompt');
    expect(document.texts).toEqual([{ pointer: '/prompt', value: prompt }]);
  });

  it('reads letters with a NUL between them as UTF-16, in text and in bytes, and does not write them anew', () => {
    const wide = (letters: string) => [...letters].map((letter) => `${letter}\0`).join('');
    const plain = text(wide('a note of some length'));
    expect(read(plain).texts.map(({ value }) => value)).toContain('a note of some length');
    expect(rewritten(plain, '', { '~~wide0': 'x' })).toBeNull();
    const bytes: Body = { kind: 'base64', base64: btoa(`\u00ff\u00fe${wide('a note of some length')}\u00e4\0`) };
    expect(read(bytes).texts.map(({ value }) => value)).toContain('a note of some length');
  });

  it('reads long names of the fields of a multipart body', () => {
    const body = '--b\r\nContent-Disposition: form-data; name="a name of some length"\r\n\r\nx\r\n--b--\r\n';
    const type = 'multipart/form-data; boundary=b';
    expect(read(text(body), type).texts.map(({ value }) => value)).toEqual(['x', 'a name of some length']);
    expect(rewritten(text(body), type, { '/a name of some length~~name': 'y' })).toBeNull();
  });

  it('reads repeated form fields and names without a value', () => {
    expect(read(text('t=a+b&t=c%26d&bare'), FORM).texts).toEqual([
      { pointer: '/t', value: 'a b' },
      { pointer: '/t~~2', value: 'c&d' },
      { pointer: '/bare', value: '' },
      { pointer: '/bare/name', value: 'bare' },
    ]);
  });

  it('reads multipart bodies, JSON in a part and file names', () => {
    const body = [
      '--xyz\r\nContent-Disposition: form-data; name="meta"\r\n\r\n{"q":"one"}',
      '--xyz\r\nContent-Disposition: form-data; name="file"; filename="plan.txt"\r\nContent-Type: text/plain\r\n\r\ntwo',
      '--xyz--\r\n',
    ].join('\r\n');
    const type = 'multipart/form-data; boundary=xyz';
    expect(read(text(body), type).texts).toEqual([
      { pointer: '/meta/q', value: 'one' },
      { pointer: '/file', value: 'two' },
      { pointer: '/file/filename', value: 'plan.txt' },
    ]);
    expect(rewritten(text(body), type, { '/meta/q': '1', '/file': '2' })).toBe(body.replace('one', '1').replace('two', '2'));
    expect(rewritten(text(body), type, { '/file': 'a--xyz' })).toBeNull();
  });

  it('rewrites text parts of a binary multipart body and cannot rewrite the binary ones', () => {
    const head = '--xyz\r\nContent-Disposition: form-data; name="p"\r\n\r\nhällo\r\n';
    const utf8 = unescape(encodeURIComponent(head));
    const bytes = `${utf8}--xyz\r\nContent-Disposition: form-data; name="b"\r\n\r\n\xff\xfe\x00secret words\x00\r\n--xyz--\r\n`;
    const body: Body = { kind: 'base64', base64: btoa(bytes) };
    const type = 'multipart/form-data; boundary=xyz';
    expect(read(body, type).texts).toEqual([
      { pointer: '/p', value: 'hällo' },
      { pointer: '/b/0', value: 'secret words' },
    ]);
    expect(rewritten(body, type, { '/p': 'ü' })).toBe(bytes.replace('h\xc3\xa4llo', '\xc3\xbc'));
    expect(rewritten(body, type, { '/b/0': 'x' })).toBeNull();
  });

  it('finds readable runs in unknown bytes', () => {
    const body: Body = { kind: 'base64', base64: btoa('\x00\x01\x0bshort\x02a longer secret\xff') };
    expect(read(body).texts).toEqual([{ pointer: '/0', value: 'a longer secret' }]);
    expect(read(body).rewrite(new Map([['/0', 'x']]))).toBeNull();
  });

  it('treats anything else as one text', () => {
    expect(read(text('just a sentence = with & signs')).texts).toEqual([{ pointer: '', value: 'just a sentence = with & signs' }]);
    expect(read(text('{"broken": ')).texts).toEqual([{ pointer: '', value: '{"broken": ' }]);
  });

  it('says so when a body is larger than can be read', () => {
    expect(readDocument(text('x'.repeat(16_000_001)), '', nothingIsText)).toBeUndefined();
    expect(readDocument(text(`[${'"",'.repeat(200_001)}""]`), '', nothingIsText)).toBeUndefined();
  });

  it('never throws, has unique pointers, and rewriting nothing changes nothing', () => {
    const bodies = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc
        .array(fc.tuple(fc.string(), fc.string()))
        .map((pairs) => new URLSearchParams(pairs.map(([a, b]) => [a.toWellFormed(), b.toWellFormed()])).toString()),
    );
    fc.assert(
      fc.property(bodies, fc.constantFrom('', FORM, 'application/json', 'multipart/form-data; boundary=b'), (body, type) => {
        const document = read(text(body), type);
        expect(document.rewrite(new Map())).toEqual(text(body));
        const unique = new Set(document.texts.map((one) => one.pointer));
        // Duplicate keys of one JSON object are the only pointers that may repeat.
        if (type !== 'application/json' && !body.startsWith('{') && !body.startsWith('[')) expect(unique.size).toBe(document.texts.length);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});

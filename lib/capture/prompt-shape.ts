import type { Text } from './wire/document.ts';
import { looksWritten } from './written.ts';

/** How sure it is that a request is a prompt to a model. */
export interface PromptShape {
  /** `strong`: the shape is one that model interfaces have and little else. `weak`: only an answer that is streamed would tell. */
  readonly sure: 'strong' | 'weak';
  /** JSON Pointers of the texts that people write. */
  readonly prompts: readonly string[];
}

/** Who speaks in a conversation with a model (OpenAI, Anthropic, Google and Ollama API references; AI SDK). */
const ROLES = new Set(['user', 'assistant', 'system', 'developer', 'human', 'ai', 'tool', 'model']);

/** Where a turn of a conversation keeps its text; group 1 is the turn. */
const TURN =
  /^((?:\/[^/]+)*\/(?:messages|input|transcript|history|conversation)\/\d+)\/(?:content|text|content\/\d+\/text|parts\/\d+\/text|content\/parts\/\d+)$/;
/** Google's shape: `contents` of `parts`. */
const CONTENTS = /^(?:\/[^/]+)*\/contents\/\d+\/parts\/\d+\/text$/;
/** A text beside the name of a model; group 1 is what holds both. */
const BESIDE_MODEL = /^((?:\/[^/]+)*)\/(?:prompt|input)$/;
/** A single text at the top of a body. */
const SINGLE = /^\/(?:prompt|query|question|message|input|text|content|q)$/;
/** GraphQL documents are called `query` as well (GraphQL specification, section 2.3). */
const GRAPHQL = /^\s*(?:(?:query|mutation|subscription|fragment)\b|\{)/;

/**
 * What a request's strings look like, when they look like a prompt to a model; null for anything else: telemetry, search, comments,
 * forms, GraphQL, translation. The shape alone decides, never the address.
 */
export function promptShape(texts: readonly Text[]): PromptShape | null {
  const values = new Map(texts.map(({ pointer, value }) => [pointer, value]));
  const isTurn = (pointer: string): boolean => {
    const turn = TURN.exec(pointer)?.[1];
    return turn !== undefined && ROLES.has((values.get(`${turn}/role`) ?? values.get(`${turn}/type`) ?? '').toLowerCase());
  };
  const turns = texts.filter(({ pointer }) => isTurn(pointer) || CONTENTS.test(pointer)).map(({ pointer }) => pointer);
  if (turns.length > 0) return { sure: 'strong', prompts: turns };
  const single = texts.find(({ pointer, value }) => {
    const holder = BESIDE_MODEL.exec(pointer)?.[1];
    return (SINGLE.test(pointer) || (holder !== undefined && values.has(`${holder}/model`))) && looksWritten(value) && !GRAPHQL.test(value);
  });
  return single ? { sure: 'weak', prompts: [single.pointer] } : null;
}

import type { Page } from '@playwright/test';
import type { Action } from '../../../lib/policy/action.ts';
import { FAMILIES, type Family } from '../../sites/families/families.ts';

/** How a person works on one practice page. */
export interface Replica {
  readonly id: string;
  /** Address with its query; `PLAIN` stands for the plain HTTP origin. */
  readonly url: string;
  readonly field: string;
  readonly send: string;
  /** Null where the page has no edit box, with the reason. */
  readonly edit: { readonly open: string; readonly save: string } | { readonly none: string };
  readonly retry: { readonly button: string } | { readonly none: string };
  /** True when text leaves while it is being written. */
  readonly draft: boolean;
  /** The actions that the matrix tries on this page; default: all. */
  readonly actions?: readonly Action[];
  readonly paste: true | { readonly none: string };
  readonly drop: true | { readonly none: string };
  /** What a request with the prompt looks like. */
  readonly prompt: RegExp;
}

const EDIT = { open: '.edit', save: '.save' };
const RETRY = { button: '.retry' };

/** Pages with code of their own. */
const OWN: readonly Replica[] = [
  {
    id: 'chatgpt-old',
    url: 'https://chatgpt.com/',
    field: '#prompt-textarea',
    send: '#composer-submit-button',
    edit: EDIT,
    retry: RETRY,
    draft: true,
    paste: true,
    drop: true,
    prompt: /\/backend-api\/f\/conversation$/,
  },
  {
    id: 'chatgpt-new',
    url: 'https://chatgpt.com/?shell=new',
    field: '[data-composer-markdown] .ProseMirror',
    send: '[data-composer-submit]',
    edit: EDIT,
    retry: RETRY,
    draft: true,
    paste: true,
    drop: true,
    prompt: /\/backend-api\/f\/conversation$/,
  },
  {
    id: 'claude',
    url: 'https://claude.ai/new',
    field: '[data-testid="chat-input"]',
    send: 'button[aria-label="Send message"]',
    edit: EDIT,
    retry: { none: 'the request to try again carries no text' },
    draft: false,
    paste: true,
    drop: true,
    prompt: /\/completion$/,
  },
  {
    id: 'gemini',
    url: 'https://gemini.google.com/app',
    field: 'rich-textarea .ql-editor',
    send: 'button.send-button',
    edit: EDIT,
    retry: RETRY,
    draft: false,
    paste: true,
    drop: { none: 'the editor takes no dropped text' },
    prompt: /StreamGenerate/,
  },
  {
    id: 'copilot',
    url: 'https://copilot.microsoft.com/',
    field: '#userInput',
    send: '[data-testid="submit-button"]',
    edit: { none: 'sent messages cannot be edited' },
    retry: RETRY,
    draft: false,
    paste: true,
    drop: true,
    prompt: /\/c\/api\/chat/,
  },
  {
    id: 'perplexity',
    url: 'https://www.perplexity.ai/',
    field: '#ask-input',
    send: 'button[aria-label="Submit"]',
    edit: EDIT,
    retry: RETRY,
    draft: true,
    paste: true,
    drop: true,
    prompt: /perplexity_ask/,
  },
  {
    id: 'openai-compatible',
    url: 'https://openrouter.ai/',
    field: 'form textarea',
    send: 'form button[type="submit"]',
    edit: EDIT,
    retry: RETRY,
    draft: false,
    paste: true,
    drop: true,
    prompt: /\/v1\/chat\/completions/,
  },
];

/** What a request with the prompt looks like, by family. */
const PROMPTS: Readonly<Record<string, RegExp>> = {
  deepseek: /\/api\/v0\/chat\//,
  'm365-copilot': /Chathub/,
  kimi: /ChatService\/Chat$/,
  mistral: /message\.newChat|\/api\/chat$/,
  doubao: /\/samantha\/chat\/completion/,
  't3-chat': /\/api\/chat$/,
};

/** Families differ in what they send, not in how text gets into their editors. */
const OTHERWISE_THE_SAME = { none: 'tried on the pages above, with the same editors' };

function ofFamily({ id, hosts, field, send, edits, retries }: Family): Replica {
  const prompt = PROMPTS[id];
  if (!prompt) throw new Error(`no prompt known of ${id}`);
  return {
    id,
    url: `https://${hosts[0]}/`,
    field,
    send,
    edit: edits ? EDIT : { none: 'sent messages cannot be edited' },
    retry: retries ? RETRY : { none: 'the request to try again carries no text' },
    draft: false,
    actions: ['allow', 'redact', 'block'],
    paste: OTHERWISE_THE_SAME,
    drop: OTHERWISE_THE_SAME,
    prompt,
  };
}

export const REPLICAS: readonly Replica[] = [...OWN, ...FAMILIES.map(ofFamily)];

/** The replica of that name; a name that does not exist is a mistake in a test. */
export function replica(id: string): Replica {
  const found = REPLICAS.find((one) => one.id === id);
  if (!found) throw new Error(`no replica ${id}`);
  return found;
}

/** Waits until the page's editor is in place. */
export async function ready(page: Page): Promise<void> {
  await page.locator('html[data-ready="true"]').waitFor();
}

import type { Body } from '../capture/draft.ts';
import type { GateQuestion } from '../capture/gate/protocol.ts';
import { ACTIONS, type Action } from '../policy/action.ts';
import type { ComposerData, Refusal } from '../sites/site.ts';
import type { Notice, Presentation, PresentedFinding, Trouble } from './presentation.ts';
import type { AheadAnswer, SendAnswer, ToGuide } from './protocol.ts';

/** What a guide heard: as `ToGuide`, but an answer that is not well formed is null, so that its question ends at once. */
export type Heard =
  | Exclude<ToGuide, { readonly type: 'answer' }>
  | { readonly type: 'answer'; readonly id: string; readonly answer: AheadAnswer | SendAnswer | null };

type Fields = Readonly<Record<string, unknown>>;

const TROUBLES: readonly Trouble[] = ['deadline', 'stale', 'closed', 'unreadable'];
const NOTICES: readonly Notice['kind'][] = ['redacted', 'refused', 'stale', 'found'];

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isAction(value: unknown): value is Action {
  return ACTIONS.some((action) => action === value);
}

function isTrouble(value: unknown): value is Trouble | null {
  return value === null || TROUBLES.some((trouble) => trouble === value);
}

function isBody(value: unknown): value is Body {
  return isObject(value) && ((value.kind === 'text' && isText(value.text)) || (value.kind === 'base64' && isText(value.base64)));
}

function isComposer(value: unknown): value is ComposerData {
  return isObject(value) && [value.fields, value.send, value.stop ?? []].every(isTexts);
}

function isNotice(value: unknown): value is Notice | null {
  if (value === null) return true;
  return isObject(value) && NOTICES.some((kind) => kind === value.kind) && isCount(value.count) && isTexts(value.entities);
}

function isRefusal(value: unknown): value is Refusal {
  return (
    isObject(value) &&
    isCount(value.status) &&
    // `new Response` takes no other status.
    value.status >= 200 &&
    value.status <= 599 &&
    isText(value.contentType) &&
    isText(value.body)
  );
}

function isFinding(value: unknown): value is PresentedFinding {
  return (
    isObject(value) &&
    isText(value.entity) &&
    isCount(value.start) &&
    isCount(value.end) &&
    typeof value.confidence === 'number' &&
    isAction(value.action) &&
    isTexts(value.rules)
  );
}

function isPresentation(value: unknown): value is Presentation {
  return (
    isObject(value) &&
    isText(value.askId) &&
    isAction(value.action) &&
    (value.origin === 'composer' || value.origin === 'wire') &&
    Array.isArray(value.parts) &&
    value.parts.every((part) => isObject(part) && isText(part.text) && Array.isArray(part.findings) && part.findings.every(isFinding)) &&
    Array.isArray(value.rules) &&
    value.rules.every(isObject) &&
    isTrouble(value.trouble) &&
    isObject(value.may)
  );
}

/** The answer to a `check`, or null when it is not exactly one of the agreed shapes. Never throws on data. */
export function parseAnswer(value: unknown): AheadAnswer | SendAnswer | null {
  if (!isObject(value)) return null;
  switch (value.kind) {
    case 'ahead':
      return isAction(value.action) && Array.isArray(value.findings) && value.findings.every(isFinding)
        ? { kind: 'ahead', action: value.action, findings: value.findings }
        : null;
    case 'release':
      return { kind: 'release' };
    case 'wait':
      return { kind: 'wait' };
    case 'rewrite':
      return isBody(value.body) && isNotice(value.notice) ? { kind: 'rewrite', body: value.body, notice: value.notice } : null;
    case 'refuse':
      return isRefusal(value.refusal) && isTrouble(value.trouble) && isNotice(value.notice)
        ? { kind: 'refuse', refusal: value.refusal, trouble: value.trouble, notice: value.notice }
        : null;
    default:
      return null;
  }
}

/** What the background said to a guide, or null when nothing can be made of it. Never throws on data. */
export function parseToGuide(value: unknown): Heard | null {
  if (!isObject(value)) return null;
  switch (value.type) {
    case 'hello':
      return (value.onDeadline === 'block' || value.onDeadline === 'release') && isText(value.locale)
        ? {
            type: 'hello',
            onDeadline: value.onDeadline,
            locale: value.locale,
            network: value.network === true,
            ...(isComposer(value.composer) ? { composer: value.composer } : {}),
          }
        : null;
    case 'answer':
      return isText(value.id) ? { type: 'answer', id: value.id, answer: parseAnswer(value.answer) } : null;
    case 'present':
      return isPresentation(value.presentation) ? { type: 'present', presentation: value.presentation } : null;
    case 'dismiss':
      return isText(value.askId) ? { type: 'dismiss', askId: value.askId } : null;
    default:
      return null;
  }
}

const GATE_CHANNELS: readonly GateQuestion['channel'][] = ['fetch', 'xhr', 'websocket', 'beacon', 'form', 'peer', 'worker', 'cookie'];

/** What the gate asked, or null when it is not a question. The body's bytes are copied, so that they are ours in every browser. */
export function parseGateQuestion(value: unknown): GateQuestion | null {
  if (!isObject(value)) return null;
  const { id, channel: name, method, url, contentType, headers = '', body } = value;
  const channel = GATE_CHANNELS.find((known) => known === name);
  if (!isCount(id) || channel === undefined || !isText(method) || !isText(url) || !isText(contentType) || !isText(headers)) return null;
  const head = { id, channel, method, url, contentType, ...(headers ? { headers } : {}) };
  if (isText(body)) return { ...head, body };
  if (Object.prototype.toString.call(body) !== '[object ArrayBuffer]') return null;
  return { ...head, body: new Uint8Array(body as ArrayBuffer).slice().buffer };
}

import type { Body } from '../capture/draft.ts';
import type { GateAnswer, WireBody } from '../capture/gate/protocol.ts';
import { parseGateQuestion } from './answers.ts';
import type { FinalAnswer, GuideLink } from './guide-link.ts';

/** Characters per call of `String.fromCharCode`: more arguments overflow the stack in some browsers. */
const CHUNK = 0x8000;

/** The bytes as a message between extension contexts may carry them. */
export function toBody(body: WireBody): Body {
  if (typeof body === 'string') return { kind: 'text', text: body };
  const bytes = new Uint8Array(body);
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return { kind: 'base64', base64: btoa(binary) };
}

/** The other way round; null when it is not base64. */
export function fromBody(body: Body): WireBody | null {
  if (body.kind === 'text') return body.text;
  try {
    return Uint8Array.from(atob(body.base64), (char) => char.charCodeAt(0)).buffer;
  } catch {
    return null;
  }
}

function toGate(id: number, answer: FinalAnswer): GateAnswer {
  switch (answer.kind) {
    case 'release':
      return { id, kind: 'release' };
    case 'refuse':
      return { id, kind: 'refuse', ...answer.refusal };
    case 'rewrite': {
      const body = fromBody(answer.body);
      return body === null ? { id, kind: 'refuse', status: 403, contentType: 'text/plain', body: '' } : { id, kind: 'rewrite', body };
    }
  }
}

export interface RelayOptions {
  readonly port: MessagePort;
  readonly link: Pick<GuideLink, 'send'>;
  /** The end of what somebody is typing at this moment; undefined when nobody is. */
  readonly typing: () => string | undefined;
  /** The gate has said that it stands. */
  readonly onGate: () => void;
  /** A question was answered. */
  readonly onAnswer: (answer: FinalAnswer) => void;
}

/** What the gate is told without having asked. */
export interface GateRelay {
  /** Whether requests are judged in the network too. */
  network(stops: boolean): void;
}

/** Carries the gate's questions to the background and the answers back. What is not a question is dropped: the gate's deadline ends it. */
export function relayGate({ port, link, typing, onGate, onAnswer }: RelayOptions): GateRelay {
  let known = false;
  port.onmessage = (event: MessageEvent<unknown>) => {
    if (!known) {
      known = true;
      onGate();
    }
    const question = parseGateQuestion(event.data);
    if (!question) return;
    const { id, body, ...head } = question;
    const post = (answer: GateAnswer) => port.postMessage(answer);
    const draft = { ...head, body: toBody(body), typing: typing() };
    void link
      .send(draft, () => post({ id, kind: 'wait' }))
      .then((answer) => {
        post(toGate(id, answer));
        onAnswer(answer);
      });
  };
  return { network: (stops) => port.postMessage({ id: 0, kind: 'network', stops } satisfies GateAnswer) };
}

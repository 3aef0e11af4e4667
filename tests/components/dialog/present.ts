import type { Presentation, PresentedFinding, PresentedPart } from '../../../lib/messages/presentation.ts';

/** A part whose findings are marked as `[[text|ENTITY]]`; each is replaced by its numbered entity type. */
export function part(marked: string, path = 'messages[0].content'): PresentedPart {
  const findings: PresentedFinding[] = [];
  let text = '';
  let redacted = '';
  for (const piece of marked.split(/(\[\[.*?\]\])/s)) {
    const [, value, entity] = /^\[\[(.*)\|(.*?)\]\]$/s.exec(piece) ?? [];
    if (value === undefined || entity === undefined) {
      text += piece;
      redacted += piece;
      continue;
    }
    const rules = [`mind-${entity.toLowerCase()}`];
    findings.push({ entity, start: text.length, end: text.length + value.length, confidence: 0.95, action: 'block', rules });
    text += value;
    redacted += `[${entity}_${findings.length}]`;
  }
  return { path, text, findings, redacted };
}

/** A question to be asked in tests; `may` allows nothing unless told. */
export function present(changes: Partial<Omit<Presentation, 'may'>> & { readonly may?: Partial<Presentation['may']> } = {}): Presentation {
  return {
    askId: 'ask-1',
    locale: 'en',
    siteName: 'ChatGPT',
    action: 'block',
    origin: 'composer',
    parts: [part('My card is [[4111 1111 1111 1111|CREDIT_CARD]], thanks.')],
    rules: [
      { id: 'cards', title: 'Payment cards', action: 'block', message: 'Use the payments desk.', helpUrl: 'https://help.example/cards' },
    ],
    trouble: null,
    reported: true,
    ...changes,
    may: { redacted: false, send: false, reason: false, minReason: 10, falseAlarm: false, ...changes.may },
  };
}

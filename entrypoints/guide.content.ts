import { defineContentScript } from 'wxt/utils/define-content-script';
import { native } from '../lib/browser/native.ts';
import { guardComposers } from '../lib/capture/composer/guard.ts';
import { createMark } from '../lib/capture/composer/mark.ts';
import { HANDSHAKE } from '../lib/capture/gate/protocol.ts';
import { composerJudge, toneOf } from '../lib/messages/composer-judge.ts';
import { SHIELDED_EVENTS } from '../lib/messages/dialog-slot.ts';
import { relayGate } from '../lib/messages/gate-relay.ts';
import { createGuideLink, type FinalAnswer, unanswered } from '../lib/messages/guide-link.ts';
import { createPresenter } from '../lib/messages/present.ts';
import { GUIDE_PORT } from '../lib/messages/protocol.ts';
import { pageMatches, sitePageForHost } from '../lib/sites/site-pages.ts';
import { directionOf } from '../lib/words/direction.ts';
import { quietEntityName, quietWordsFor } from '../lib/words/quiet.ts';

/** How long a message stays beside the composer, ms; until closed where something must be done. */
const STAY = 8_000;
/** A gate that has not said a word after this time, ms, is reported missing. */
const GATE_SILENT = 1_000;

export default defineContentScript({
  matches: pageMatches(),
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  // The page could hear it.
  noScriptStartedPostMessage: true,
  main() {
    // The gate stands already and takes the first port it is offered: this must come before anything else.
    const { port1, port2 } = new MessageChannel();
    document.dispatchEvent(new MessageEvent(HANDSHAKE, { ports: [port2] }));

    // The dialog's events come first, and before the page's own listeners.
    for (const name of SHIELDED_EVENTS) window.addEventListener(name, (event) => globalThis.tacitDialog?.take(event), true);

    let locale = navigator.language;
    const tongue = () => ({ words: quietWordsFor(locale), locale, direction: directionOf(locale) });
    const mark = createMark();
    const notify = (answer: FinalAnswer) => {
      const { words, ...language } = tongue();
      const toast = { ...language, dismiss: words.dismiss, stay: STAY };
      if (answer.kind === 'refuse' && answer.trouble === 'stale') mark.toast(null, { ...toast, tone: 'block', text: words.stale, stay: 0 });
      else if (answer.kind === 'refuse' && (answer.notice || answer.trouble))
        mark.toast(null, { ...toast, tone: 'block', text: words.refused });
      else if (answer.kind === 'rewrite' && answer.notice)
        mark.toast(null, { ...toast, tone: 'note', text: words.redacted(answer.notice.count) });
    };

    const presenter = createPresenter(
      () => native.runtime.sendMessage({ to: 'background', name: 'inject-dialog', payload: {} }),
      () => notify(unanswered('closed')),
    );
    const link = createGuideLink({
      connect: () => {
        const port = native.runtime.connect({ name: GUIDE_PORT });
        // A port that dies in the back/forward cache leaves an error; reading it keeps it out of the page's console.
        port.onDisconnect.addListener(() => void native.runtime.lastError);
        return port;
      },
      idPrefix: crypto.getRandomValues(new Uint32Array(2)).join('-'),
      onHello: (hello) => {
        locale = hello.locale || locale;
        relay.network(hello.network === true);
        if (hello.composer) guard.writeIn(hello.composer);
      },
      onPresent: presenter.present,
      onDismiss: presenter.dismiss,
    });
    window.addEventListener('pageshow', (event) => event.persisted && link.restored());

    let state = { type: 'page' as const, gate: false, guide: false };
    const tell = (change: { readonly gate?: boolean; readonly guide?: boolean }) => {
      state = { ...state, ...change };
      // A frame that nobody writes in has nothing to say, and must not wake the worker.
      if (window === window.top || state.guide) link.page(state);
    };
    const guard = guardComposers({
      // By this build's own table until the background has said what the policy makes of it.
      data: sitePageForHost(pageHost())?.composer ?? { fields: [], send: [] },
      ...composerJudge(link, () => location.href, notify),
      onField: () => tell({ guide: true }),
      onWriting: link.writing,
      onOpinion: (field, { clean, action, entities }) => {
        const { words, ...language } = tongue();
        const kinds = [...new Set(entities)].map((entity) => quietEntityName(words, entity));
        mark.show(
          field,
          clean ? null : { ...language, tone: toneOf(action), text: `${words.found(entities.length)}: ${kinds.join(' · ')}` },
        );
      },
      onNotWritten: (field, text) => {
        const { words, ...language } = tongue();
        const action = { label: words.copy, run: () => void navigator.clipboard.writeText(text).catch(() => undefined) };
        mark.toast(field, { ...language, tone: 'block', text: words.notReplaced, dismiss: words.dismiss, stay: 0, action });
      },
    });
    const relay = relayGate({ port: port1, link, typing: guard.typing, onGate: () => tell({ gate: true }), onAnswer: notify });
    // A gate that does not answer must be seen, too.
    setTimeout(() => tell({}), GATE_SILENT);
  },
});

/** Host of the page; frames without an address of their own (about:blank, srcdoc, blob) belong to their parent's. */
function pageHost(): string {
  if (location.hostname) return location.hostname;
  const origin = location.ancestorOrigins?.[0] ?? self.origin;
  return URL.canParse(origin) ? new URL(origin).hostname : '';
}

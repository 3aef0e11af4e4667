import { defineContentScript } from 'wxt/utils/define-content-script';
import { browser } from '../lib/browser/browser.ts';
import { HANDSHAKE } from '../lib/capture/gate/protocol.ts';
import { relayGate } from '../lib/messages/gate-relay.ts';
import { createGuideLink } from '../lib/messages/guide-link.ts';
import { createPresenter } from '../lib/messages/present.ts';
import { GUIDE_PORT } from '../lib/messages/protocol.ts';
import { siteForHost } from '../lib/sites/sites.ts';

export default defineContentScript({
  matches: ['*://chatgpt.com/*'],
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

    const host = pageHost();
    const site = siteForHost(host);
    const state = { type: 'page', siteId: site?.id ?? '', host, gate: false, guide: false } as const;
    const presenter = createPresenter(() => browser.runtime.sendMessage({ to: 'background', name: 'inject-dialog', payload: {} }));
    const link = createGuideLink({
      connect: () => {
        const port = browser.runtime.connect({ name: GUIDE_PORT });
        // A port that dies in the back/forward cache leaves an error; reading it keeps it out of the page's console.
        port.onDisconnect.addListener(() => void browser.runtime.lastError);
        return port;
      },
      idPrefix: crypto.getRandomValues(new Uint32Array(2)).join('-'),
      onHello: () => undefined,
      onPresent: presenter.present,
      onDismiss: presenter.dismiss,
    });
    relayGate({ port: port1, link, onGate: () => link.page({ ...state, gate: true }), onAnswer: () => undefined });
    window.addEventListener('pageshow', (event) => event.persisted && link.restored());
  },
});

/** Host of the page; frames without an address of their own (about:blank, srcdoc, blob) belong to their parent's. */
function pageHost(): string {
  if (location.hostname) return location.hostname;
  const origin = location.ancestorOrigins?.[0] ?? self.origin;
  return URL.canParse(origin) ? new URL(origin).hostname : '';
}

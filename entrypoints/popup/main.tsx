import { useCallback, useEffect, useState } from 'react';
import type { Loaded } from '../../components/pages/loaded.ts';
import { Popup, type PopupData } from '../../components/pages/popup.tsx';
import { startPage } from '../../components/pages/start.tsx';
import { browser } from '../../lib/browser/browser.ts';
import { request } from '../../lib/messages/page-client.ts';
import { wordsFor } from '../../lib/words/words.ts';

const words = wordsFor(navigator.language);

async function load(): Promise<Loaded<PopupData>> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const [page, policy, outbox, sites] = await Promise.all([
    request('page-state', { tabId: tab?.id ?? -1 }),
    request('policy-state', {}),
    request('outbox-state', {}),
    request('sites-state', {}),
  ]);
  if (!page.ok || !policy.ok || !outbox.ok || !sites.ok) return { kind: 'unreachable' };
  const host = page.value?.host;
  const check = sites.value.checks.find(({ siteId }) => siteId === page.value?.siteId) ?? null;
  const activity = host === undefined ? { ok: true as const, value: [] } : await request('activity', { limit: 50, tabHost: host });
  if (!activity.ok) return { kind: 'unreachable' };
  const midnight = new Date().setHours(0, 0, 0, 0);
  const today = activity.value.filter((event) => event.at >= midnight).slice(0, 5);
  return { kind: 'ready', value: { page: page.value, check, policy: policy.value, outbox: outbox.value, today } };
}

function PopupPage() {
  const [state, setState] = useState<Loaded<PopupData>>({ kind: 'loading' });
  const refresh = useCallback(() => void load().then(setState), []);
  useEffect(refresh, [refresh]);
  const openOptions = () => void browser.runtime.openOptionsPage().then(() => window.close());
  return <Popup state={state} onOptions={openOptions} onRetry={refresh} words={words} />;
}

startPage(words, <PopupPage />);

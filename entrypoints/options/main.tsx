import { useCallback, useEffect, useState } from 'react';
import type { Loaded } from '../../components/pages/loaded.ts';
import { Options, type OptionsData } from '../../components/pages/options.tsx';
import type { Feedback, ReadyPolicy } from '../../components/pages/policy-section.tsx';
import { startPage } from '../../components/pages/start.tsx';
import { browser } from '../../lib/browser/browser.ts';
import { request } from '../../lib/messages/page-client.ts';
import balanced from '../../lib/policy/ready/balanced.json';
import ccpa from '../../lib/policy/ready/ccpa.json';
import gdpr from '../../lib/policy/ready/gdpr.json';
import hipaa from '../../lib/policy/ready/hipaa.json';
import lgpd from '../../lib/policy/ready/lgpd.json';
import observe from '../../lib/policy/ready/observe.json';
import pciDss from '../../lib/policy/ready/pci-dss.json';
import strict from '../../lib/policy/ready/strict.json';
import { wordsFor } from '../../lib/words/words.ts';

const words = wordsFor(navigator.language);

const general = { observe, balanced, strict } as const;
const laws = { gdpr, hipaa, 'pci-dss': pciDss, ccpa, lgpd } as const;

const readyOf = (policies: Partial<Record<ReadyPolicy['id'], { readonly name: string }>>): readonly ReadyPolicy[] =>
  Object.entries(policies).map(([id, policy]) => ({
    id: id as ReadyPolicy['id'],
    name: policy.name,
    text: JSON.stringify(policy, null, 2),
  }));

const ready = [...readyOf(general), ...readyOf(laws).map((choice) => ({ ...choice, law: true as const }))];

async function load(): Promise<Loaded<OptionsData>> {
  const [policy, outbox, sites, activity] = await Promise.all([
    request('policy-state', {}),
    request('outbox-state', {}),
    request('sites-state', {}),
    request('activity', { limit: 200 }),
  ]);
  if (!policy.ok || !outbox.ok || !sites.ok || !activity.ok) return { kind: 'unreachable' };
  return { kind: 'ready', value: { policy: policy.value, outbox: outbox.value, sites: sites.value, activity: activity.value } };
}

function OptionsPage() {
  const [state, setState] = useState<Loaded<OptionsData>>({ kind: 'loading' });
  const [feedback, setFeedback] = useState<Feedback | null>(null);
  /** The policy before the last change; null stands for the built-in one. */
  const [before, setBefore] = useState<string | null>(null);
  const refresh = useCallback(() => void load().then(setState), []);
  useEffect(refresh, [refresh]);

  const set = async (text: string | null, undo: boolean) => {
    const policy = state.kind === 'ready' ? state.value.policy : null;
    const reply = await request('set-own-policy', { text });
    if (!reply.ok) return setState({ kind: 'unreachable' });
    const { ok, problems } = reply.value;
    if (ok) setBefore(policy?.source === 'own' ? policy.text : null);
    setFeedback({ kind: !ok ? 'not-applied' : text === null ? 'returned' : 'applied', problems, undo: ok && undo });
    setState(await load());
  };
  return (
    <Options
      state={state}
      ready={ready}
      feedback={feedback}
      version={browser.runtime.getManifest().version}
      onSet={(text) => void set(text, true)}
      onUndo={() => void set(before, false)}
      onRetry={refresh}
      onAllow={(hosts) => void browser.permissions.request({ origins: hosts.map((host) => `https://${host}/*`) }).then(refresh)}
      words={words}
    />
  );
}

startPage(words, <OptionsPage />);

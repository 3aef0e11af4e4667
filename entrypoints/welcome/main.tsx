import { useCallback, useEffect, useState } from 'react';
import type { Loaded } from '../../components/pages/loaded.ts';
import { startPage } from '../../components/pages/start.tsx';
import { Welcome, type WelcomeProps } from '../../components/pages/welcome.tsx';
import { browser } from '../../lib/browser/browser.ts';
import { request } from '../../lib/messages/page-client.ts';
import type { PolicyState } from '../../lib/messages/protocol.ts';
import { wordsFor } from '../../lib/words/words.ts';

const words = wordsFor(navigator.language);

async function load(): Promise<Loaded<PolicyState>> {
  const reply = await request('policy-state', {});
  return reply.ok ? { kind: 'ready', value: reply.value } : { kind: 'unreachable' };
}

function WelcomePage() {
  const [state, setState] = useState<Loaded<PolicyState>>({ kind: 'loading' });
  const [answered, setAnswered] = useState<WelcomeProps['answered']>(null);
  const refresh = useCallback(() => void load().then(setState), []);
  useEffect(refresh, [refresh]);

  const consent = async (given: boolean) => {
    const reply = await request('give-consent', { given });
    if (!reply.ok) return setState({ kind: 'unreachable' });
    setAnswered(given ? 'agreed' : 'declined');
    setState({ kind: 'ready', value: reply.value });
  };
  return (
    <Welcome
      state={state}
      answered={answered}
      onConsent={(given) => void consent(given)}
      onOptions={() => void browser.runtime.openOptionsPage()}
      onRetry={refresh}
      words={words}
    />
  );
}

startPage(words, <WelcomePage />);

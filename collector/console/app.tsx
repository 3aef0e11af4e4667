import { useEffect, useMemo, useState } from 'react';
import { Dashboard } from './dashboard.tsx';
import { filterFromAddress } from './filter-state.ts';
import { Login } from './login.tsx';
import { dropToken, keepToken, takeToken } from './session.ts';
import { SpeechProvider, speechFor } from './speech.tsx';
import { useEvents } from './use-events.ts';
import { type Language, languageOf } from './words.ts';

interface SignedInProps {
  readonly token: string;
  readonly setLanguage: (language: Language) => void;
  readonly signOut: (refused: boolean) => void;
}

function SignedIn({ token, setLanguage, signOut }: SignedInProps) {
  const [filter, setFilter] = useState(() => filterFromAddress(location.search));
  const view = useEvents(token, filter);
  const refused = view.problem?.kind === 'login';
  useEffect(() => {
    if (refused) signOut(true);
  }, [refused, signOut]);
  return <Dashboard {...{ token, view, filter, setFilter, setLanguage }} signOut={() => signOut(false)} />;
}

const LANGUAGE = 'tacit-language';

export function App() {
  const [token, setToken] = useState(takeToken);
  const [refused, setRefused] = useState(false);
  const [language, setLanguage] = useState(() => languageOf([localStorage.getItem(LANGUAGE) ?? '', ...navigator.languages]));
  const speech = useMemo(() => speechFor(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = speech.words.direction;
    document.title = `${speech.words.product} · ${speech.say.title}`;
  }, [language, speech]);

  const [signOut] = useState(() => (wasRefused: boolean) => {
    dropToken();
    setRefused(wasRefused);
    setToken('');
  });
  const choose = (chosen: Language) => {
    localStorage.setItem(LANGUAGE, chosen);
    setLanguage(chosen);
  };
  const enter = (entered: string) => {
    keepToken(entered);
    setRefused(false);
    setToken(entered);
  };
  return (
    <SpeechProvider value={speech}>
      {token === '' ? (
        <Login refused={refused} enter={enter} />
      ) : (
        <SignedIn key={token} token={token} setLanguage={choose} signOut={signOut} />
      )}
    </SpeechProvider>
  );
}

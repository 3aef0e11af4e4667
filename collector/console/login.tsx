import { useId, useState } from 'react';
import { useSpeech } from './speech.tsx';

/** Asks for the admin token. `refused`: the last one was not accepted. */
export function Login({ refused, enter }: { readonly refused: boolean; readonly enter: (token: string) => void }) {
  const { say } = useSpeech();
  const [token, setToken] = useState('');
  const id = useId();
  return (
    <main className="login panel">
      <h1>{say.login.title}</h1>
      <p>{say.login.lead}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (token.trim() !== '') enter(token.trim());
        }}
      >
        <label htmlFor={id}>{say.login.token}</label>
        <input
          id={id}
          type="password"
          value={token}
          autoComplete="off"
          aria-invalid={refused}
          aria-describedby={refused ? `${id}-refused` : undefined}
          onChange={(event) => setToken(event.target.value)}
        />
        {refused && (
          <p id={`${id}-refused`} className="refused" role="alert">
            {say.login.refused}
          </p>
        )}
        <button type="submit" className="button primary">
          {say.login.enter}
        </button>
      </form>
    </main>
  );
}

import { useEffect, useState } from 'react';
import { type Connection, getConnection } from './api.ts';
import { useSpeech } from './speech.tsx';

/** What to do when the store holds nothing yet: how an extension is connected, with the values to copy. */
export function Empty({ token }: { readonly token: string }) {
  const { say } = useSpeech();
  const [connection, setConnection] = useState<Connection | null>(null);
  const [shown, setShown] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    getConnection(token, stop.signal).then((answer) => {
      if (answer.ok && !stop.signal.aborted) setConnection(answer.value);
    });
    return () => stop.abort();
  }, [token]);

  const text = (auditToken: string) => JSON.stringify({ auditEndpoint: connection?.auditEndpoint, auditToken }, null, 2);
  const copy = async () => {
    await navigator.clipboard.writeText(text(connection?.auditToken ?? ''));
    setCopied(true);
  };
  return (
    <section className="empty panel" aria-labelledby="empty-title">
      <h2 id="empty-title">{say.empty.title}</h2>
      <p>{say.empty.lead}</p>
      <ol>
        <li>{say.empty.steps.install}</li>
        <li>
          {say.empty.steps.policy}
          {connection !== null && (
            <>
              <pre className="snippet" dir="ltr">
                {text(shown ? connection.auditToken : '•'.repeat(24))}
              </pre>
              <p className="snippet-buttons">
                <button type="button" className="button" onClick={() => setShown(!shown)}>
                  {shown ? say.empty.hide : say.empty.show}
                </button>
                <button type="button" className="button" onClick={copy}>
                  <span aria-live="polite">{copied ? say.empty.copied : say.empty.copy}</span>
                </button>
              </p>
            </>
          )}
        </li>
        <li>{say.empty.steps.try}</li>
      </ol>
      <p className="quiet">{say.empty.https}</p>
      {connection !== null && <p className="quiet">{say.empty.retention(connection.retentionDays)}</p>}
    </section>
  );
}

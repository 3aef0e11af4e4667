import type { Words } from '../../lib/words/en.ts';

export interface NotReadyProps {
  readonly kind: 'loading' | 'unreachable';
  readonly onRetry: () => void;
  readonly words: Words;
}

/** In place of a page's content while there is none: what is the matter, and what helps. */
export function NotReady({ kind, onRetry, words }: NotReadyProps) {
  if (kind === 'loading') {
    return (
      <p className="panel quiet" role="status">
        {words.loading}
      </p>
    );
  }
  return (
    <section className="panel notice" data-tone="caution" role="alert">
      <h2>{words.unreachable.title}</h2>
      <p>{words.unreachable.cause}</p>
      <p>{words.unreachable.cure}</p>
      <button type="button" className="button" onClick={onRetry}>
        {words.unreachable.retry}
      </button>
    </section>
  );
}

import type { Posture } from '../server/store.ts';
import { useSpeech } from './speech.tsx';

const TILES = ['judged', 'blocked', 'redacted', 'asked', 'overridden', 'falseAlarms', 'troubles', 'devices'] as const;

/** The figures at the top: what the protection did in the chosen period. */
export function Tiles({ posture }: { readonly posture: Posture }) {
  const { say, number, percent } = useSpeech();
  const hint = (tile: (typeof TILES)[number]): string => {
    if (tile === 'devices') return posture.users === 0 ? '' : say.hints.users(posture.users);
    if (tile === 'overridden' || tile === 'troubles') return say.hints[tile];
    if (tile === 'judged' || tile === 'falseAlarms' || posture.judged === 0) return '';
    return say.hints.share(percent(posture[tile] / posture.judged));
  };
  return (
    <dl className="tiles">
      {TILES.map((tile) => (
        <div key={tile} className={`tile tile-${tile}`} data-any={posture[tile] > 0}>
          <dt>{say.tiles[tile]}</dt>
          <dd>
            <span className="figure">{number(posture[tile])}</span>
            <span className="hint">{hint(tile)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

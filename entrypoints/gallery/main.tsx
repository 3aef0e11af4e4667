import { Fragment } from 'react';
import { startPage } from '../../components/pages/start.tsx';
import { wordsFor } from '../../lib/words/words.ts';
import './gallery.css';
import { states } from './states.tsx';

/** `?locale=de`, `?dir=rtl` and `?group=dialog` narrow the gallery; `?state=3` shows one state alone. */
const query = new URLSearchParams(location.search);
const spoken = wordsFor(query.get('locale') ?? navigator.language);
const words = query.get('dir') === 'rtl' ? { ...spoken, direction: 'rtl' as const } : spoken;
const group = query.get('group');
const only = query.get('state');

startPage(
  words,
  <div className="gallery">
    {states.map((state, index) =>
      (group !== null && state.group !== group) || (only !== null && Number(only) !== index) ? null : (
        <Fragment key={`${state.group} ${state.name}`}>
          <h2 dir="ltr">
            {state.group}: {state.name}
          </h2>
          <div className={`stage for-${state.group}`} data-state={`${state.group}-${state.name}`}>
            {state.show(words)}
          </div>
        </Fragment>
      ),
    )}
  </div>,
);

import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import '../theme.css';
import './pages.css';
import type { Words } from '../../lib/words/en.ts';

/** Puts a page into the document's `#root`, in the language of its words. */
export function startPage(words: Words, page: ReactNode): void {
  document.documentElement.lang = words.locale;
  document.documentElement.dir = words.direction;
  const place = document.getElementById('root');
  if (place === null) throw new Error('The page has no #root');
  createRoot(place).render(page);
}

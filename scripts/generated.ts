import { managedSchema } from '../lib/policy/managed-schema.ts';
import { deployPage } from './pages/deploy-page.ts';
import { detectorsPage } from './pages/detectors-page.ts';
import { eventsPage } from './pages/events-page.ts';
import { policyPage } from './pages/policy-page.ts';
import { sitesPage } from './pages/sites-page.ts';

/** Every generated file: path in the checkout → its whole text. Needs a Vite run, because some pages read folders by glob. */
export const GENERATED: Readonly<Record<string, () => string>> = {
  'public/managed-schema.json': () => `${JSON.stringify(managedSchema(), null, 2)}\n`,
  'docs/policy.md': policyPage,
  'docs/detectors.md': detectorsPage,
  'docs/events.md': eventsPage,
  'docs/sites.md': sitesPage,
  'docs/deploy/chrome.md': () => deployPage('chrome'),
  'docs/deploy/edge.md': () => deployPage('edge'),
  'docs/deploy/firefox.md': () => deployPage('firefox'),
};

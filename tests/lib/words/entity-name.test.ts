import { describe, expect, it } from 'vitest';
import { ENTITIES, PROVIDERS } from '../../../lib/detectors/catalogue.ts';
import { IDENTIFIERS } from '../../../lib/detectors/identifiers/detectors.ts';
import { entityOf } from '../../../lib/detectors/identifiers/identify.ts';
import { de } from '../../../lib/words/de.ts';
import { en } from '../../../lib/words/en.ts';
import { entityName } from '../../../lib/words/entity-name.ts';

const names = [...ENTITIES.keys()].map((entity) => [entity, entityName(en, entity), entityName(de, entity)] as const);

describe('entityName', () => {
  it.each([
    // Known words.
    ['CREDIT_CARD', 'Payment card', 'Zahlungskarte'],
    ['PASSWORD', 'Password', 'Passwort'],
    ['US_SSN', 'US Social Security number', 'US-Sozialversicherungsnummer'],
    // A known kind, and the country.
    ['DE_TAX_ID', 'Tax ID (Germany)', 'Steuer-ID (Deutschland)'],
    ['BR_PASSPORT', 'Passport number (Brazil)', 'Reisepassnummer (Brasilien)'],
    // Short forms of an identifier stay in capitals.
    ['BR_CPF', 'CPF (Brazil)', 'CPF (Brasilien)'],
    ['GB_NINO', 'NINO (United Kingdom)', 'NINO (Vereinigtes Königreich)'],
    ['IS_KENNITALA', 'Kennitala (Iceland)', 'Kennitala (Island)'],
    ['AM_SOCIAL_CARD', 'Social card (Armenia)', 'Social card (Armenien)'],
    // Everything else is readable.
    ['DATADOG_API_KEY', 'Datadog API key', 'Datadog API key'],
    ['VK_TOKEN', 'Vk token', 'Vk token'],
    ['IP_WHATEVER', 'IP whatever', 'IP whatever'],
    ['DE', 'De', 'De'],
    ['', '', ''],
    ['constructor', 'Constructor', 'Constructor'],
    ['US_constructor', 'Constructor (United States)', 'Constructor (Vereinigte Staaten)'],
  ])('%s is %s, in German %s', (entity, english, german) => {
    expect([entityName(en, entity), entityName(de, entity)]).toEqual([english, german]);
  });

  it('names a list of the organisation', () => {
    expect(entityName(en, 'ORG:code-names')).toContain('code-names');
  });

  it('leaves no entity without a name, nor two with the same', () => {
    expect(names.filter(([, english, german]) => !/^[^_]+$/.test(english) || !/^[^_]+$/.test(german))).toEqual([]);
    const seen = new Map<string, string>();
    const twice = names.filter(([entity, english]) => seen.size === seen.set(english, entity).size);
    expect(twice).toEqual([]);
  });

  it('names the country of every identifier, and of nothing else', () => {
    const identifiers = new Set(
      IDENTIFIERS.map(([id]) => id)
        .filter((id) => !id.startsWith('xx-'))
        .map(entityOf),
    );
    const named = names.filter(([, english]) => english.endsWith(')')).map(([entity]) => entity);
    const bare = [...identifiers].filter((entity) => !named.includes(entity));
    expect(bare).toEqual([]);
    const ofProviders = new Set(PROVIDERS.map(({ provider }) => provider.split('-')[0]?.toUpperCase()));
    expect(named.filter((entity) => ofProviders.has(entity.split('_')[0]) && !identifiers.has(entity))).toEqual([]);
  });
});

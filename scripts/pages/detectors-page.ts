import { DETECTORS, ENTITIES, FAMILIES, PROVIDERS } from '../../lib/detectors/catalogue.ts';
import type { EntityInfo } from '../../lib/detectors/family.ts';
import { PERSON } from '../../lib/detectors/people.ts';
import type { Detector } from '../../lib/scan/detector.ts';
import { page, table } from './markdown.ts';

/** Reference of what Tacit finds, from the detector tables themselves. */
export function detectorsPage(): string {
  return page(
    '# What Tacit finds',
    `${ENTITIES.size} entity types. Policies name them (\`{ "entity": "IBAN" }\`) or their categories (\`{ "category": "financial" }\`).`,
    'An *ambient* entity is one that apps send of their own accord, such as the account’s e-mail address: it counts in what a person wrote, not in the other strings of a request.',
    'Confidence is that of the format alone; checksums, placeholders and the words nearby move it. 0.3 shape only, 0.5 shape and context, 0.75 distinctive format, 0.9 and above proved by a checksum or by parsing.',
    ...FAMILIES.flatMap((family) => [`## ${family.title}`, entityTable(family.entities), detectorTable(family.detectors)]),
    '## Credentials of providers',
    `${PROVIDERS.reduce((sum, { types }) => sum + Object.keys(types).length, 0)} types of ${PROVIDERS.length} providers. A *distinctive* format is found anywhere (0.85); a plain one, such as 32 hexadecimal digits, only near the provider’s name, and is sure (0.75) where a word such as key or token stands with it. What was typed along the keyboard counts 0.55, what merely holds a place 0.3.`,
    'What a provider’s name and a word such as key or token announce, and what has none of its formats, is found by `odd-credential` as an `ASSIGNED_SECRET` (0.5): formats change.',
    providerTable(),
    '## Names of people',
    entityTable([PERSON]),
    'Names are looked for near a clue (title, label, salutation, signature) and near contact and account findings only. Names from history in a question stay below 0.5.',
    '## The organisation’s own',
    'Each word list of a policy is an entity `ORG:<list id>` of the category `organisation`. Words count whole, with plural, and in any case unless the list says otherwise (0.9); patterns run in linear time (0.8). These findings may lie inside others.',
  );
}

function entityTable(entities: readonly EntityInfo[]): string {
  return table(
    ['Entity', 'Categories', 'Ambient'],
    entities.map(({ entity, categories, ambient }) => [`\`${entity}\``, categories.join(', '), ambient ? 'yes' : 'no']),
  );
}

function detectorTable(detectors: readonly Detector[]): string {
  return table(
    ['Detector', 'Finds', 'Confidence', 'Source'],
    detectors.map((detector) => [
      `\`${detector.id}\``,
      `\`${detector.entity}\``,
      'confidence' in detector ? String(detector.confidence) : '',
      detector.source,
    ]),
  );
}

function providerTable(): string {
  const byId = new Map(DETECTORS.map((detector) => [detector.id, detector]));
  return table(
    ['Detector', 'Finds', 'Shape', 'Source'],
    PROVIDERS.flatMap(({ provider, types, source }) =>
      Object.entries(types).flatMap(([name, type]) => {
        const shapes = typeof type === 'string' ? [type] : [type.shape].flat();
        return shapes.map((shape, index) => {
          const id = `${provider}-${name}${index === 0 ? '' : `-${index + 1}`}`;
          const detector = byId.get(id);
          return [`\`${id}\``, `\`${detector?.entity ?? ''}\``, `\`${shape.replaceAll('|', '\\|')}\``, detector?.source ?? source];
        });
      }),
    ),
  );
}

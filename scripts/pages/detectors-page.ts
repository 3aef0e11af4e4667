import { DETECTORS, ENTITIES, FAMILIES, PROVIDERS } from '../../lib/detectors/catalogue.ts';
import type { EntityInfo } from '../../lib/detectors/family.ts';
import { IDENTIFIER_DETECTORS, IDENTIFIERS } from '../../lib/detectors/identifiers/detectors.ts';
import { type Kind, SOURCES } from '../../lib/detectors/identifiers/identifier.ts';
import { entityOf } from '../../lib/detectors/identifiers/identify.ts';
import { KIND_TITLES, KINDS } from '../../lib/detectors/identifiers/kinds.ts';
import { NAMES } from '../../lib/detectors/names.ts';
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
    'What a provider’s name and a word such as key or token announce, and what has none of its formats, is found by `odd-credential` as an `ASSIGNED_SECRET` (0.5): formats change. What begins as somebody’s credentials do, is no shorter, and goes on otherwise, is found by `drifted-credential` as theirs (0.5).',
    providerTable(),
    '## Identifiers of persons, companies and vehicles',
    `${IDENTIFIERS.length} identifiers of ${new Set(IDENTIFIERS.map(([id]) => id.slice(0, 2))).size} countries. *Proof* says how much one shows by itself: A letters and a check character, acted on anywhere; B a check that hardly any number passes, acted on in its usual groups; C a weaker check and S a rare shape, reported as possible (0.3 to 0.4) where a short text holds little else; D a plain number. Near a word that names it: A and B 0.95, C 0.85, S 0.75, D 0.65; near a word for its kind only (“passport”), the kind is reported (\`PASSPORT\`) and its countries as alternatives. A rule about one of the alternatives counts them too. Company numbers without a check stay below 0.5: registers publish them.`,
    table(
      ['Kind', 'Entity where the country stays open', 'Categories'],
      Object.entries(KINDS).map(([kind, { entity, categories }]) => [KIND_TITLES[kind as Kind], `\`${entity}\``, categories.join(', ')]),
    ),
    detectorTable(IDENTIFIER_DETECTORS),
    'What stands in the columns of tables that name it in a head (CSV, Markdown, HTML, SQL) is found by `value-in-column`, or `value-in-common-column` where the head says no more than name or number, as what it would be behind that name.',
    table(
      ['Finds', 'Issued as', 'Kind', 'Proof', 'Source'],
      [...IDENTIFIERS]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, kind, proof, , , name, source]) => [`\`${entityOf(id)}\``, name, kind, proof, SOURCES[source] ?? source]),
    ),
    '## Names',
    entityTable(NAMES),
    'Texts of up to 10 KB are read whole; of longer ones, windows round clues (title, label, salutation, signature) and round contact, account and health data, 10 KB in all. What only the sentence tells to be a name is reported at 0.30 to 0.45, below what rules ask for unless they say otherwise. A person behind a clue counts 0.4 to 0.85; within 240 characters of contact, account or health data 0.65 (0.55 for one word); 0.85 where an e-mail address holds the name. Names from history stay below 0.5. Places and organisations never rise above 0.45: a rule about them must ask for less (`"minConfidence": 0.3`).',
    'How the table is trained, and how to add names: [add a name](add-a-name.md).',
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

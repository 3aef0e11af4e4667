import { ACTIONS } from '../policy/action.ts';
import { ACCOUNTS } from '../sites/site.ts';
import { type AuditEvent, EVENT_KINDS, SITE_STATES } from './event.ts';

/** A field of an event that holds one value; `policy` counts as its two parts. */
export type FieldName = Exclude<keyof AuditEvent, 'policy'> | 'policy.name' | 'policy.revision';

/** How a field travels as an OTLP `AnyValue`. */
export type Wire = 'time' | 'name' | 'string' | 'int' | 'double' | 'strings' | 'findings';

export interface Field {
  /** OTLP attribute key; for `time` and `name` the member of the log record. */
  readonly attribute: string;
  readonly wire: Wire;
  readonly required: boolean;
  /** The only values that it may have. */
  readonly values?: readonly string[];
  readonly meaning: string;
}

/** Every field of an audit event: encoder, decoder and `docs/events.md` follow from this table. */
export const FIELDS: Readonly<Record<FieldName, Field>> = {
  id: { attribute: 'log.record.uid', wire: 'string', required: true, meaning: 'UUID v7. The collector removes duplicates by it.' },
  at: {
    attribute: 'timeUnixNano',
    wire: 'time',
    required: true,
    meaning: 'When it happened, by the clock of the device; milliseconds since 1970.',
  },
  kind: {
    attribute: 'eventName',
    wire: 'name',
    required: true,
    values: EVENT_KINDS,
    meaning: 'What the event records; `tacit.<kind>` on the wire.',
  },
  device: { attribute: 'tacit.device', wire: 'string', required: true, meaning: 'Random id of this installation.' },
  user: {
    attribute: 'user.id',
    wire: 'string',
    required: true,
    meaning: 'The `userId` that the administrator set; empty when there is none.',
  },
  extension: { attribute: 'tacit.extension', wire: 'string', required: true, meaning: 'Version of the extension.' },
  browser: { attribute: 'tacit.browser', wire: 'string', required: true, meaning: 'Browser and its major version.' },
  'policy.name': { attribute: 'tacit.policy.name', wire: 'string', required: true, meaning: 'Name of the policy in force.' },
  'policy.revision': { attribute: 'tacit.policy.revision', wire: 'int', required: true, meaning: 'Revision of the policy in force.' },
  site: { attribute: 'tacit.site', wire: 'string', required: false, meaning: 'Id of the chat app.' },
  host: { attribute: 'server.address', wire: 'string', required: false, meaning: 'Host of the page; never a path or a query.' },
  channel: {
    attribute: 'tacit.channel',
    wire: 'string',
    required: false,
    meaning:
      'How the text was about to leave: `composer`, `fetch`, `xhr`, `websocket`, `beacon`, `form`, `peer`, `worker`, `cookie`, `network`.',
  },
  account: {
    attribute: 'tacit.account',
    wire: 'string',
    required: false,
    values: ACCOUNTS,
    meaning: 'Whose account the site was used with, as far as its requests showed: the organisation’s (`work`) or another (`personal`).',
  },
  direction: {
    attribute: 'tacit.direction',
    wire: 'string',
    required: false,
    values: ['prompt', 'answer'],
    meaning: 'Text that leaves, or text that arrives.',
  },
  model: { attribute: 'tacit.model', wire: 'string', required: false, meaning: 'Model named in the request.' },
  conversation: { attribute: 'tacit.conversation', wire: 'string', required: false, meaning: 'Truncated hash of the conversation id.' },
  action: { attribute: 'tacit.action', wire: 'string', required: false, values: ACTIONS, meaning: 'What the policy asked for.' },
  outcome: {
    attribute: 'tacit.outcome',
    wire: 'string',
    required: false,
    values: ['released', 'rewritten', 'refused', 'held'],
    meaning: 'What became of the draft. `held`: it waits for the person; a `choice` event follows.',
  },
  choice: {
    attribute: 'tacit.choice',
    wire: 'string',
    required: false,
    values: ['edit', 'redacted', 'send', 'reason'],
    meaning: 'What the person chose. `edit`: nothing was sent.',
  },
  reason: {
    attribute: 'tacit.reason',
    wire: 'string',
    required: false,
    meaning: "The person's own justification, only where the policy asks for one.",
  },
  rules: { attribute: 'tacit.rules', wire: 'strings', required: false, meaning: 'Ids of the rules that matched.' },
  findings: {
    attribute: 'tacit.findings',
    wire: 'findings',
    required: false,
    meaning: 'What was found: `entity`, `count`, highest `confidence` 0..1. Never the text.',
  },
  size: { attribute: 'tacit.size', wire: 'int', required: false, meaning: 'Characters of text judged.' },
  took: { attribute: 'tacit.took', wire: 'double', required: false, meaning: 'Milliseconds from request to verdict.' },
  about: { attribute: 'tacit.about', wire: 'string', required: false, meaning: 'Id of the event that this one continues.' },
  state: {
    attribute: 'tacit.state',
    wire: 'string',
    required: false,
    values: SITE_STATES,
    meaning:
      'Of a `site-check`: `verified` (a prompt request was seen in this browser whose shape the entry knows, and a composer was found), `degraded` (a known request with an unknown shape, read string by string; or no composer was found), `silent` (visited several times, and no prompt request was seen since).',
  },
  detail: {
    attribute: 'tacit.detail',
    wire: 'string',
    required: false,
    meaning:
      'Cause of a degraded decision, cause of a site’s state (`unknown-shape`, `no-composer`, `no-prompt`), path and cure of a policy problem, count of lost events; never content.',
  },
};

/** Prefix of `eventName` on the wire. */
export const EVENT_NAME_PREFIX = 'tacit.';

/** Names of all fields, in the order of the table. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

import { browser } from './browser.ts';
import { FIRST_SITE_RULE } from './site-rules.ts';

/** Rules that are kept, the newest ones; a browser takes 5,000 (declarativeNetRequest, `MAX_NUMBER_OF_UNSAFE_SESSION_RULES`). */
const MOST = 1_000;

const TYPES = [
  'main_frame',
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'media',
  'websocket',
  'other',
] as const;

/**
 * Blocks requests of a host's pages by what stands in their address, and keeps the page's own address, which page code can change, out of
 * their referrer. Rules live in the memory of the browser's session. */
export interface AddressRules {
  block(host: string, pieces: readonly string[]): Promise<void>;
  release(host: string, pieces: readonly string[]): Promise<void>;
}

/** Changes are made one after the other; a browser that does not take one leaves the rest as they are. */
export function createAddressRules(): AddressRules {
  let last: Promise<void> = Promise.resolve();
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    last = last.then(change).catch((error: unknown) => console.error('address rules', error));
    return last;
  };
  return {
    block: (host, pieces) =>
      inTurn(async () => {
        const rules = await ownRules();
        const known = new Set(rules.map((rule) => keyOf(rule.condition)));
        const fresh = pieces.filter((piece) => !known.has(`${host} ${piece}`));
        if (fresh.length === 0) return;
        const next = Math.max(0, ...rules.map((rule) => rule.id)) + 1;
        const surplus = Math.max(0, rules.length + fresh.length - MOST);
        const oldest = rules
          .map((rule) => rule.id)
          .sort((a, b) => a - b)
          .slice(0, surplus);
        await browser.declarativeNetRequest.updateSessionRules({
          removeRuleIds: oldest,
          addRules: [
            ...fresh.map((urlFilter, index) => ({
              id: next + index,
              action: { type: 'block' as const },
              condition: { urlFilter, initiatorDomains: [host], resourceTypes: [...TYPES] },
            })),
            ...(known.has(`${host} `) ? [] : [withoutReferrer(next + fresh.length, host)]),
          ],
        });
      }),
    release: (host, pieces) =>
      inTurn(async () => {
        const gone = new Set(pieces.map((piece) => `${host} ${piece}`));
        const rules = await ownRules();
        const removeRuleIds = rules.filter((rule) => gone.has(keyOf(rule.condition))).map((rule) => rule.id);
        if (removeRuleIds.length > 0) await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds });
      }),
  };
}

/** A page's requests tell its host, and nothing of its address. */
function withoutReferrer(id: number, host: string) {
  const header = { header: 'referer', operation: 'set' as const, value: `https://${host}/` };
  return {
    id,
    action: { type: 'modifyHeaders' as const, requestHeaders: [header] },
    condition: { initiatorDomains: [host], resourceTypes: [...TYPES] },
  };
}

async function ownRules() {
  return (await browser.declarativeNetRequest.getSessionRules()).filter(({ id }) => id < FIRST_SITE_RULE);
}

function keyOf(condition: { readonly urlFilter?: string | undefined; readonly initiatorDomains?: readonly string[] | undefined }): string {
  return `${condition.initiatorDomains?.[0] ?? ''} ${condition.urlFilter ?? ''}`;
}

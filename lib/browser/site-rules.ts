import { browser } from './browser.ts';

/** First id of these rules; those of single addresses are below it. */
export const FIRST_SITE_RULE = 1_000_000;

/** What is done to requests; the shape of `SiteRule` in lib/check/site-rules.ts. */
type SiteRule =
  | { readonly kind: 'strip'; readonly address: string; readonly names: readonly string[] }
  | { readonly kind: 'close'; readonly hosts: readonly string[]; readonly types: readonly ResourceType[] };

type ResourceType = 'websocket' | 'ping' | 'object' | 'media' | 'csp_report' | 'image' | 'font' | 'sub_frame';

type Update = Parameters<typeof browser.declarativeNetRequest.updateSessionRules>[0];
type Rule = NonNullable<Update['addRules']>[number];

/** Puts these rules in the place of those before. They live as long as the browser's session, and are put in again at its start. */
export async function applySiteRules(rules: readonly SiteRule[]): Promise<void> {
  const before = await browser.declarativeNetRequest.getSessionRules();
  const removeRuleIds = before.map(({ id }) => id).filter((id) => id >= FIRST_SITE_RULE);
  const addRules = rules.map((rule, index): Rule => ({ id: FIRST_SITE_RULE + index, ...ruleOf(rule) }));
  if (removeRuleIds.length + addRules.length > 0) await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds, addRules });
}

function ruleOf(rule: SiteRule): Omit<Rule, 'id'> {
  if (rule.kind === 'close') {
    return { action: { type: 'block' }, condition: { initiatorDomains: [...rule.hosts], resourceTypes: [...rule.types] } };
  }
  const queryTransform = { removeParams: [...rule.names] };
  return {
    action: { type: 'redirect', redirect: { transform: { queryTransform } } },
    condition: { regexFilter: rule.address, resourceTypes: ['main_frame', 'sub_frame'] },
  };
}

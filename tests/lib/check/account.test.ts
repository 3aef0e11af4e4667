import { describe, expect, it } from 'vitest';
import { accountOf, createAccounts } from '../../../lib/check/account.ts';
import { BUILT_IN_SITES } from '../../../lib/sites/sites.ts';

const site = (id: string) => {
  const found = BUILT_IN_SITES.sites.find((one) => one.id === id);
  if (!found) throw new Error(`no site ${id}`);
  return found;
};
const ORG = '6f1c2a50-5b1e-4a55-9a64-0c64a2f5d001';
const TENANT = '3a1c2a50-5b1e-4a55-9a64-0c64a2f5d001';
const CONSUMERS = '9188040d-6c67-4c5b-b112-36a304b66dad';
const hub = (tenant: string) =>
  `https://substrate.office.com/m365Copilot/Chathub/0f8fad5b-d9cb-469f-a165-70867728950e%40${tenant}?access_token=x`;

describe('the account that a request shows', () => {
  it.each([
    ['claude', `https://claude.ai/api/organizations/${ORG}/chat_conversations`, [], null],
    ['claude', `https://claude.ai/api/organizations/${ORG}/chat_conversations`, [ORG.toUpperCase()], 'work'],
    ['claude', `https://claude.ai/api/organizations/${ORG}/chat_conversations/c/completion`, ['another'], 'personal'],
    ['claude', 'https://claude.ai/api/bootstrap', [ORG], null],
    ['m365-copilot', hub(TENANT), [], 'work'],
    ['m365-copilot', hub(CONSUMERS), [], 'personal'],
    ['m365-copilot', hub(TENANT), [TENANT], 'work'],
    ['m365-copilot', hub(TENANT), ['another'], 'personal'],
    ['github-copilot', 'https://api.individual.githubcopilot.com/github/chat/threads/t/messages', [], 'personal'],
    ['github-copilot', 'https://api.enterprise.githubcopilot.com/github/chat/threads/t/messages', [], 'work'],
    ['github-copilot', 'https://api.something.githubcopilot.com/x', [], null],
    ['github-copilot', 'https://github.com/o/r', [], null],
    ['copilot', 'https://copilot.microsoft.com/c/api/chat', [], 'personal'],
    ['glean', 'https://app.glean.com/', [], 'work'],
    ['copy-ai', 'https://api.copy.ai/v1/workspaces/77/teamspaces/1/conversations/ask', ['77'], 'work'],
    ['gemini', 'https://gemini.google.com/u/2/app', [], null],
  ] as const)('%s %s with %j: %s', (id, url, own, expected) => {
    expect(accountOf(site(id), { url }, own)).toBe(expected);
  });

  it('stands in a header', () => {
    const headers = 'content-type: application/json\nChatGPT-Account-Id: acc-1';
    const url = 'https://chatgpt.com/backend-api/f/conversation';
    expect(accountOf(site('chatgpt'), { url, headers }, ['acc-1'])).toBe('work');
    expect(accountOf(site('chatgpt'), { url, headers }, ['acc-2'])).toBe('personal');
    expect(accountOf(site('chatgpt'), { url }, ['acc-1'])).toBeNull();
  });

  it('holds for the page until another is shown, tab by tab', () => {
    const accounts = createAccounts();
    const of = (tab: number, url: string) => accounts.of(tab, 'claude.ai', site('claude'), { url }, [ORG]);
    const work = `https://claude.ai/api/organizations/${ORG}/x`;
    expect(of(1, 'https://claude.ai/new')).toBe('unknown');
    expect(of(1, work)).toBe('work');
    expect(of(1, 'https://claude.ai/new')).toBe('work');
    expect(of(2, 'https://claude.ai/new')).toBe('unknown');
    expect(of(1, 'https://claude.ai/api/organizations/other/x')).toBe('personal');
    expect(of(1, 'https://claude.ai/new')).toBe('personal');
    accounts.forget(1);
    expect(of(1, 'https://claude.ai/new')).toBe('unknown');
  });
});

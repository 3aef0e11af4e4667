/**
 * Addresses that carry a prompt, as public link tables show them, by site: the address with `TEXT` where the prompt stands.
 * Sites that are not listed take none, as far as is known.
 */
export const LINKS: Readonly<Record<string, readonly string[]>> = {
  chatgpt: ['https://chatgpt.com/?q=TEXT', 'https://chatgpt.com/?prompt=TEXT', 'https://chatgpt.com/?hints=search&q=TEXT'],
  claude: ['https://claude.ai/new?q=TEXT'],
  copilot: ['https://copilot.microsoft.com/?q=TEXT'],
  grok: ['https://grok.com/?q=TEXT'],
  'grok-x': ['https://x.com/i/grok?text=TEXT'],
  perplexity: [
    'https://www.perplexity.ai/search?q=TEXT',
    'https://www.perplexity.ai/search/new?q=TEXT',
    'https://www.perplexity.ai/?q=TEXT',
    'https://perplexity.ai/?q=TEXT',
  ],
  mistral: ['https://chat.mistral.ai/chat?q=TEXT'],
  'meta-ai': ['https://www.meta.ai/?prompt=TEXT'],
  'z-ai': ['https://chat.z.ai/?q=TEXT'],
  you: ['https://you.com/search?q=TEXT', 'https://you.com/api/streamingSearch?chatId=1&q=TEXT'],
  't3-chat': ['https://t3.chat/new?q=TEXT', 'https://www.t3.chat/new?q=TEXT'],
  v0: ['https://v0.app/?q=TEXT', 'https://v0.app/chat/api/open?url=TEXT'],
  'ai-studio': ['https://aistudio.google.com/prompts/new_chat?prompt=TEXT', 'https://aistudio.google.com/apps?prompt=TEXT'],
  cursor: ['https://cursor.com/link/prompt?text=TEXT'],
  replit: ['https://replit.com/?stack=Build&prompt=TEXT'],
};

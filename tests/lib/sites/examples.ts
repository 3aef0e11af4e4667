import type { Channel } from '../../../lib/capture/draft.ts';

/** A request of a site as public captures show it, and the texts in it that people wrote. */
export interface Example {
  readonly url: string;
  readonly channel?: Channel;
  readonly contentType?: string;
  /** A string as it is; anything else as JSON. */
  readonly body: unknown;
  readonly kind: 'prompt' | 'draft' | 'other';
  readonly texts: readonly string[];
  readonly model?: string;
  readonly conversation?: string;
  /** The body must not be changed. */
  readonly signed?: true;
}

/** Two messages of Connect-RPC: a flag, four bytes of length, JSON. */
function connect(...messages: readonly unknown[]): string {
  return messages
    .map((message) => {
      const json = JSON.stringify(message);
      const { length } = new TextEncoder().encode(json);
      return `\0\0\0${String.fromCharCode(length >> 8, length & 255)}${json}`;
    })
    .join('');
}

const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();
const FORM = 'application/x-www-form-urlencoded;charset=UTF-8';
const openAi = (extra: object = {}): object => ({
  model: 'm-1',
  messages: [
    { role: 'user', content: 'earlier' },
    { role: 'user', content: 'hello you' },
  ],
  ...extra,
});
const TEXTS = ['earlier', 'hello you'];

/** By site. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  chatgpt: [
    {
      url: 'https://chatgpt.com/backend-api/f/conversation',
      body: {
        action: 'next',
        messages: [{ content: { content_type: 'text', parts: ['hello you'] } }],
        model: 'auto',
        conversation_id: 'c-1',
      },
      kind: 'prompt',
      texts: ['hello you'],
      model: 'auto',
      conversation: 'c-1',
    },
    {
      url: 'https://chatgpt.com/backend-api/f/conversation/prepare',
      body: { partial_query: { content: { content_type: 'text', parts: ['hello y'] } } },
      kind: 'draft',
      texts: ['hello y'],
    },
    {
      url: 'https://chatgpt.com/backend-api/conversation/experimental/generate_autocompletions',
      body: { input_text: 'hel', num_completions: 4 },
      kind: 'draft',
      texts: ['hel'],
    },
    {
      url: 'https://chatgpt.com/backend-api/conversation/c-1',
      body: { title: 'A name' },
      kind: 'prompt',
      texts: ['A name'],
      conversation: 'c-1',
    },
  ],
  claude: [
    {
      url: 'https://claude.ai/api/organizations/o/chat_conversations/c-1/completion',
      body: { prompt: 'hello you', attachments: [{ file_name: 'a.txt', extracted_content: 'a long paste' }], model: 'm-1' },
      kind: 'prompt',
      texts: ['hello you', 'a long paste'],
      model: 'm-1',
      conversation: 'c-1',
    },
    { url: 'https://claude.ai/api/organizations/o/chat_conversations', body: { name: 'A name' }, kind: 'prompt', texts: ['A name'] },
  ],
  copilot: [
    {
      url: 'wss://copilot.microsoft.com/c/api/chat?api-version=2',
      channel: 'websocket',
      body: {
        event: 'send',
        conversationId: 'c-1',
        content: [
          { type: 'image', url: '/x' },
          { type: 'text', text: 'hello you' },
        ],
        mode: 'smart',
      },
      kind: 'prompt',
      texts: ['hello you'],
      model: 'smart',
      conversation: 'c-1',
    },
  ],
  'm365-copilot': [
    {
      url: 'wss://substrate.office.com/m365Copilot/Chathub/o@t?ConversationId=1',
      channel: 'websocket',
      body: `${JSON.stringify({ arguments: [{ message: { author: 'user', text: 'hello you' } }], target: 'chat', type: 4 })}\x1e${JSON.stringify({ arguments: [], target: 'Metrics', type: 1 })}\x1e`,
      kind: 'prompt',
      texts: ['hello you'],
    },
    {
      url: 'wss://substrate.office.com/m365Copilot/Chathub/o@t',
      channel: 'websocket',
      body: '{"protocol":"json","version":1}\x1e',
      kind: 'other',
      texts: [],
    },
  ],
  gemini: [
    {
      url: 'https://gemini.google.com/u/1/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate?rt=c',
      contentType: FORM,
      body: form({ 'f.req': JSON.stringify([null, JSON.stringify([['hello you', 0], ['en'], ['c-1', 'r']])]), at: 'token' }),
      kind: 'prompt',
      texts: ['hello you'],
      conversation: 'c-1',
    },
  ],
  perplexity: [
    {
      url: 'https://www.perplexity.ai/rest/sse/perplexity_ask',
      body: { query_str: 'hello you', params: { dsl_query: 'hello you', model_preference: 'm-1', frontend_context_uuid: 'c-1' } },
      kind: 'prompt',
      texts: ['hello you', 'hello you'],
      model: 'm-1',
      conversation: 'c-1',
    },
    { url: 'wss://suggest.perplexity.ai/suggest/ws', channel: 'websocket', body: { q: 'hel', uuid: '2' }, kind: 'draft', texts: ['hel'] },
    { url: 'https://www.perplexity.ai/rest/autosuggest/list-autosuggest', body: { query: 'hel' }, kind: 'draft', texts: ['hel'] },
    { url: 'https://suggest.perplexity.ai/search/v3/navigate', body: { q: 'hel' }, kind: 'draft', texts: ['hel'] },
  ],
  deepseek: [
    {
      url: 'https://chat.deepseek.com/api/v0/chat/completion',
      body: { chat_session_id: 'c-1', prompt: 'hello you', ref_file_ids: [], model_type: 'm-1' },
      kind: 'prompt',
      texts: ['hello you'],
      model: 'm-1',
      conversation: 'c-1',
    },
  ],
  grok: [
    {
      url: 'https://grok.com/rest/app-chat/conversations/c-1/responses',
      body: { message: 'hello you', modelName: 'm-1', customInstructions: 'be brief' },
      kind: 'prompt',
      texts: ['hello you', 'be brief'],
      model: 'm-1',
      conversation: 'c-1',
    },
  ],
  'grok-x': [
    'https://grok.x.com/2/grok/add_response.json',
    'https://api.x.com/2/grok/add_response.json',
    'https://x.com/i/api/2/grok/add_response.json',
  ].map(
    (url): Example => ({
      url,
      body: {
        responses: [
          { message: 'earlier', sender: 1 },
          { message: 'hello you', sender: 1 },
        ],
        conversationId: 'c-1',
        grokModelOptionId: 'm-1',
      },
      kind: 'prompt',
      texts: TEXTS,
      model: 'm-1',
      conversation: 'c-1',
    }),
  ),
  mistral: [
    {
      url: 'https://chat.mistral.ai/api/trpc/message.newChat?batch=1',
      body: [{ json: { content: [{ type: 'text', text: 'hello you' }] } }],
      kind: 'prompt',
      texts: ['hello you'],
    },
    {
      url: 'https://chat.mistral.ai/api/trpc/message.newChat?batch=1',
      body: {
        '0': {
          json: {
            content: [
              { type: 'image', url: 'u' },
              { type: 'text', text: 'hello you' },
            ],
          },
        },
      },
      kind: 'prompt',
      texts: ['hello you'],
    },
    {
      url: 'https://chat.mistral.ai/api/chat',
      body: { chatId: 'c-1', mode: 'append', messageInput: [{ type: 'text', text: 'hello you' }] },
      kind: 'prompt',
      texts: ['hello you'],
      conversation: 'c-1',
    },
  ],
  'meta-ai': [
    {
      url: 'wss://gateway.meta.ai/ws/clippy',
      channel: 'websocket',
      body: { 'req-id': '1', payload: 'CgtoZWxsbyB5b3USC2hlbGxvIHlvdQ==' },
      kind: 'prompt',
      texts: ['CgtoZWxsbyB5b3USC2hlbGxvIHlvdQ=='],
      signed: true,
    },
    ...['https://www.meta.ai/api/graphql/', 'https://graph.meta.ai/graphql'].map(
      (url): Example => ({
        url,
        contentType: FORM,
        body: form({
          fb_api_req_friendly_name: 'useAbraSendMessageMutation',
          variables: JSON.stringify({ message: { sensitive_string_value: 'hello you' } }),
        }),
        kind: 'prompt',
        texts: ['hello you'],
      }),
    ),
  ],
  poe: [
    {
      url: 'https://poe.com/api/gql_POST',
      body: { queryName: 'sendMessageMutation', bot: 'm-1', variables: { query: 'hello you', chatId: 'c-1' }, extensions: { hash: 'h' } },
      kind: 'prompt',
      texts: ['hello you'],
      model: 'm-1',
      conversation: 'c-1',
    },
  ],
  'ai-studio': [
    {
      url: 'https://alkalimakersuite-pa.clients6.google.com/$rpc/google.internal.alkali.applications.makersuite.v1.MakerSuiteService/GenerateContent',
      contentType: 'application/json+protobuf',
      body: [
        'models/m-1',
        [
          [[[null, 'earlier']], 'user'],
          [[[null, 'hello you']], 'user'],
        ],
        null,
        [1],
        '!token',
      ],
      kind: 'prompt',
      texts: TEXTS,
      model: 'models/m-1',
      signed: true,
    },
  ],
  notebooklm: [
    {
      url: 'https://notebooklm.google.com/_/LabsTailwindUi/data/google.internal.labs.tailwind.orchestration.v1.LabsTailwindOrchestrationService/GenerateFreeFormStreamed',
      contentType: FORM,
      body: form({ 'f.req': JSON.stringify([null, JSON.stringify([[[['source']]], 'hello you'])]) }),
      kind: 'prompt',
      texts: ['hello you'],
    },
    {
      url: 'https://notebooklm.google.com/_/LabsTailwindUi/data/batchexecute?rpcids=izAoDd',
      contentType: FORM,
      body: form({ 'f.req': JSON.stringify([[['izAoDd', JSON.stringify([[[null, ['A title', 'a pasted source']]]]), null, 'generic']]]) }),
      kind: 'prompt',
      texts: ['izAoDd', 'A title', 'a pasted source', 'generic'],
    },
    {
      url: 'https://notebooklm.google.com/_/LabsTailwindUi/data/batchexecute?rpcids=wXbhsf',
      contentType: FORM,
      body: form({ 'f.req': JSON.stringify([[['wXbhsf', '[]', null, 'generic']]]) }),
      kind: 'other',
      texts: [],
    },
  ],
  'github-copilot': ['individual', 'business', 'enterprise'].map(
    (plan): Example => ({
      url: `https://api.${plan}.githubcopilot.com/github/chat/threads/c-1/messages`,
      contentType: 'text/plain;charset=UTF-8',
      body: { content: 'hello you', intent: 'conversation', customInstructions: ['be brief'], model: 'm-1' },
      kind: 'prompt',
      texts: ['hello you', 'be brief'],
      model: 'm-1',
      conversation: 'c-1',
    }),
  ),
  qwen: [
    {
      url: 'https://chat.qwen.ai/api/v2/chat/completions?chat_id=c-1',
      body: openAi({ chat_id: 'c-1' }),
      kind: 'prompt',
      texts: TEXTS,
      conversation: 'c-1',
    },
  ],
  kimi: [
    {
      url: 'https://www.kimi.com/apiv2/kimi.gateway.chat.v1.ChatService/Chat',
      contentType: 'application/connect+json',
      body: connect({
        scenario: 's',
        message: { role: 'user', blocks: [{ message_id: '', text: { content: 'hello you' } }] },
        chat_id: 'c-1',
      }),
      kind: 'prompt',
      texts: ['hello you'],
      conversation: 'c-1',
    },
    {
      url: 'https://kimi.com/api/chat/c-1/completion/stream',
      body: { messages: [{ role: 'user', content: 'hello you' }] },
      kind: 'prompt',
      texts: ['hello you'],
      conversation: 'c-1',
    },
  ],
  'z-ai': [
    {
      url: 'https://chat.z.ai/api/v2/chat/completions',
      body: openAi({ chat_id: 'c-1' }),
      kind: 'prompt',
      texts: TEXTS,
      model: 'm-1',
      conversation: 'c-1',
    },
  ],
  doubao: [
    {
      url: 'https://www.doubao.com/samantha/chat/completion?aid=1&a_bogus=x',
      body: { messages: [{ content: JSON.stringify({ text: 'hello you' }), content_type: 2001 }], conversation_id: 'c-1' },
      kind: 'prompt',
      texts: ['hello you'],
      conversation: 'c-1',
    },
  ],
  'duck-ai': [
    {
      url: 'https://duck.ai/duckchat/v1/chat',
      body: openAi({ durableStream: { conversationId: 'c-1' } }),
      kind: 'prompt',
      texts: TEXTS,
      model: 'm-1',
      conversation: 'c-1',
    },
    { url: 'https://duckduckgo.com/duckchat/v1/chat', body: openAi(), kind: 'prompt', texts: TEXTS, model: 'm-1' },
  ],
  you: [
    {
      url: 'https://you.com/api/streamingSearch',
      channel: 'xhr',
      body: { query: 'hello you', chatId: 'c-1' },
      kind: 'prompt',
      texts: ['hello you'],
      conversation: 'c-1',
    },
  ],
  'character-ai': [
    {
      url: 'wss://neo.character.ai/ws/',
      channel: 'websocket',
      body: {
        command: 'create_and_generate_turn',
        payload: { turn: { turn_key: { chat_id: 'c-1' }, candidates: [{ raw_content: 'hello you' }] } },
      },
      kind: 'prompt',
      texts: ['hello you'],
      conversation: 'c-1',
    },
  ],
  'notion-ai': [
    {
      url: 'https://www.notion.so/api/v3/runInferenceTranscript',
      body: {
        transcript: [
          { type: 'user', value: [['hello'], ['you', [['b']]]] },
          { type: 'human', value: 'and more' },
        ],
      },
      kind: 'prompt',
      texts: ['hello', 'you', 'and more'],
    },
  ],
  arena: [
    {
      url: 'https://arena.ai/nextjs-api/stream/post-to-evaluation/c-1',
      body: { userMessage: { content: 'hello you' }, modelAId: 'm-1' },
      kind: 'prompt',
      texts: ['hello you'],
      model: 'm-1',
      conversation: 'c-1',
    },
    { url: 'https://arena.ai/api/coding-agent/sessions', body: { prompt: 'hello you' }, kind: 'prompt', texts: ['hello you'] },
  ],
  't3-chat': [
    {
      url: 'https://t3.chat/api/chat',
      body: { messages: [{ role: 'user', parts: [{ type: 'text', text: 'hello you' }] }], model: 'm-1', threadMetadata: { id: 'c-1' } },
      kind: 'prompt',
      texts: ['hello you'],
      model: 'm-1',
      conversation: 'c-1',
    },
  ],
  v0: [{ url: 'https://v0.app/chat/api/send', body: { anything: { text: 'hello you' } }, kind: 'prompt', texts: ['hello you'] }],
  cursor: [{ url: 'https://cursor.com/api/background-composer/start', body: { anything: 'hello you' }, kind: 'other', texts: [] }],
  genspark: [
    {
      url: 'https://www.genspark.ai/api/agent/ask_proxy',
      body: {
        project_id: 'c-1',
        ai_chat_model: 'm-1',
        messages: [{ role: 'user', content: 'hello you', _deepDiveStateNegContent: 'hello you' }],
        user_s_input: 'hello you',
      },
      kind: 'prompt',
      texts: ['hello you', 'hello you', 'hello you'],
      model: 'm-1',
      conversation: 'c-1',
    },
  ],
  manus: [{ url: 'https://manus.im/api/chat', body: { anything: 'hello you' }, kind: 'other', texts: [] }],
  replit: [
    {
      url: 'https://sp.replit.com/v1/t',
      body: { event: 'prompt', properties: { text: 'hello you' } },
      kind: 'draft',
      texts: ['prompt', 'hello you'],
    },
    {
      url: 'https://ingest.app.coframe.com/ingest/v2/batched_events/x',
      body: [{ text: 'hello you' }],
      kind: 'draft',
      texts: ['hello you'],
    },
  ],
  glean: [
    {
      url: 'https://app.glean.com/api/v1/chat',
      body: { messages: [{ fragments: [{ text: 'hello you' }] }], chatId: 'c-1' },
      kind: 'prompt',
      texts: ['hello you'],
      conversation: 'c-1',
    },
    {
      url: 'https://acme-be.glean.com/rest/api/v1/chat',
      body: { messages: [{ fragments: [{ text: 'hello you' }] }] },
      kind: 'prompt',
      texts: ['hello you'],
    },
  ],
  agentforce: [
    {
      url: 'https://acme.lightning.force.com/aura?r=1&aura.LifecycleAgentConnect.sendMessage=1',
      contentType: FORM,
      body: form({
        message: JSON.stringify({ actions: [{ params: { lifecycleAgentMessageInputRepresentation: { userInput: 'hello you' } } }] }),
      }),
      kind: 'prompt',
      texts: ['hello you'],
    },
  ],
  'copy-ai': [
    {
      url: 'https://api.copy.ai/v1/workspaces/1/teamspaces/2/conversations/ask',
      channel: 'xhr',
      body: { text: 'hello you' },
      kind: 'prompt',
      texts: ['hello you'],
    },
  ],
  pi: [
    {
      url: 'https://pi.ai/api/v2/chat',
      body: { text: 'hello you', conversation: 'c-1' },
      kind: 'prompt',
      texts: ['hello you'],
      conversation: 'c-1',
    },
  ],
  phind: [
    { url: 'wss://agent.phind.com/ws', channel: 'websocket', body: { query: 'hello you' }, kind: 'prompt', texts: ['hello you'] },
    { url: 'https://www.phind.com/api/search', body: { question: 'hello you' }, kind: 'prompt', texts: ['hello you'] },
  ],
  iask: [
    {
      url: 'wss://iask.ai/live/websocket',
      channel: 'websocket',
      body: ['4', '5', 'lv:phx', 'event', { type: 'form', event: 'submit', value: 'q=hello+you' }],
      kind: 'prompt',
      texts: ['q=hello+you'],
    },
  ],
  'openai-compatible': [
    {
      url: 'https://openrouter.ai/api/v1/chat/completions',
      body: openAi({ chat_id: 'c-1' }),
      kind: 'prompt',
      texts: TEXTS,
      model: 'm-1',
      conversation: 'c-1',
    },
    {
      url: 'ws://localhost/ws/socket',
      channel: 'websocket',
      body: { message: 'hello you', model: 'm-1' },
      kind: 'prompt',
      texts: ['hello you'],
      model: 'm-1',
    },
  ],
};

/** What a page knows when it sends. */
export interface Asked {
  readonly text: string;
  /** Questions and answers before this one, the oldest first. */
  readonly before: readonly { readonly text: string; readonly answer: string }[];
  /** `edit` and `retry` go to other addresses, or carry other fields, on some sites. */
  readonly why: 'send' | 'edit' | 'retry';
  readonly chat: string;
}

/** One request of a page; the last of a series is the one that is answered. */
export interface Post {
  readonly path: string;
  readonly body: unknown;
  readonly contentType?: string;
}

/** How a family of chat sites sends: over which channel, in which framing. */
export type Wire =
  | { readonly by: 'xhr' | 'fetch' | 'connect'; readonly posts: (asked: Asked) => readonly Post[] }
  | { readonly by: 'signalr'; readonly address: string; readonly records: (asked: Asked) => readonly object[] };

/** A family of chat sites whose ways the pages of their own do not show: one entry here is a whole practice page. */
export interface Family {
  readonly id: string;
  readonly title: string;
  readonly hosts: readonly string[];
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  readonly labels: { readonly edit: string; readonly save: string; readonly retry: string };
  /** Markup of the composer; an element `.place` in it becomes a ProseMirror editor with these attributes. */
  readonly composer: string;
  readonly editor?: Record<string, string>;
  /** Selectors of the field (where it is a plain one) and of the control that sends. */
  readonly field: string;
  readonly send: string;
  readonly edits: boolean;
  readonly retries: boolean;
  readonly wire: Wire;
  /** Paths into the body of the request that is answered, at which the prompt stands. */
  readonly prompt: readonly string[];
  readonly policy?: string;
}

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

export const FAMILIES: readonly Family[] = [
  {
    // XHR, a DIV without a name that sends, an address of its own for edits.
    id: 'deepseek',
    title: 'DeepSeek',
    hosts: ['chat.deepseek.com'],
    lang: 'en',
    direction: 'ltr',
    labels: { edit: '✎', save: '✔', retry: '↻' },
    composer:
      '<textarea placeholder="Message DeepSeek"></textarea><div role="button" class="send ds-button--primary" aria-disabled="true" tabindex="0"><i>↑</i></div>',
    field: '.composer textarea',
    send: '.ds-button--primary',
    edits: true,
    retries: true,
    wire: {
      by: 'xhr',
      posts: ({ text, why, chat }) => [
        {
          path: why === 'edit' ? '/api/v0/chat/edit_message' : '/api/v0/chat/completion',
          body: {
            chat_session_id: chat,
            parent_message_id: null,
            ...(why === 'edit' ? { message_id: 1 } : {}),
            prompt: text,
            ref_file_ids: [],
            thinking_enabled: false,
            search_enabled: false,
            model_type: 'default',
          },
        },
      ],
    },
    prompt: ['prompt'],
  },
  {
    // SignalR on another host: two records in one frame, the second without text.
    id: 'm365-copilot',
    title: 'Microsoft 365 Copilot',
    hosts: ['m365.cloud.microsoft', 'substrate.office.com'],
    lang: 'fr',
    direction: 'ltr',
    labels: { edit: 'Modifier', save: 'Enregistrer', retry: 'Réessayer' },
    composer: '<div class="place"></div><button type="submit" class="send" title="Send" aria-label="Envoyer (Send)" disabled>➤</button>',
    editor: { id: 'm365-chat-editor-target-element', role: 'textbox', 'aria-label': 'Envoyer un message' },
    field: '#m365-chat-editor-target-element',
    send: 'button[type="submit"]',
    edits: false,
    retries: true,
    wire: {
      by: 'signalr',
      address: 'wss://substrate.office.com/m365Copilot/Chathub/practice@practice',
      records: ({ text, chat }) => [
        {
          arguments: [
            {
              source: 'officeweb',
              conversationId: chat,
              message: { author: 'user', inputMethod: 'Keyboard', text, messageType: 'Chat', locale: 'fr-fr' },
              plugins: [],
              tone: 'magic',
            },
          ],
          invocationId: '0',
          target: 'chat',
          type: 4,
        },
        { arguments: [{ name: 'sent', value: 1 }], target: 'Metrics', type: 1 },
      ],
    },
    prompt: ['arguments.*.message.text'],
  },
  {
    // Connect-RPC: a flag and a length before the JSON; a DIV that sends; no edit box.
    id: 'kimi',
    title: 'Kimi',
    hosts: ['www.kimi.com'],
    lang: 'zh-CN',
    direction: 'ltr',
    labels: { edit: '编辑', save: '发送', retry: '重新生成' },
    composer: '<div class="place"></div><div class="send-button send" tabindex="0"><i>↑</i></div>',
    editor: { class: 'chat-input-editor', role: 'textbox', 'aria-label': '尽管问' },
    field: '.chat-input-editor',
    send: '.send-button',
    edits: false,
    retries: true,
    wire: {
      by: 'connect',
      posts: ({ text, chat }) => [
        {
          path: '/apiv2/kimi.gateway.chat.v1.ChatService/Chat',
          contentType: 'application/connect+json',
          body: {
            scenario: 'SCENARIO_K2',
            tools: [],
            message: { role: 'user', blocks: [{ message_id: '', text: { content: text } }], scenario: 'SCENARIO_K2' },
            options: { thinking: false },
            chat_id: chat,
          },
        },
      ],
    },
    prompt: ['message.blocks.*.text.content'],
  },
  {
    // The text leaves by one call, the answer comes by another without text; trying again carries none. Strict policy, no trusted type allowed.
    id: 'mistral',
    title: 'Le Chat',
    hosts: ['chat.mistral.ai'],
    lang: 'de',
    direction: 'ltr',
    labels: { edit: 'Bearbeiten', save: 'Senden', retry: 'Neu erzeugen' },
    composer:
      '<div class="place"></div><button type="button" aria-label="Diktieren">🎤</button><button type="submit" class="send" aria-label="Nachricht senden" disabled>↑</button>',
    editor: { role: 'textbox', 'data-placeholder': 'Frag Le Chat' },
    field: '.composer .ProseMirror',
    send: 'button.send',
    edits: true,
    retries: false,
    wire: {
      by: 'fetch',
      posts: ({ text, before, why, chat }) => {
        if (why === 'retry') return [{ path: '/api/chat', body: { chatId: chat, mode: 'retry' } }];
        if (before.length > 0 || why === 'edit')
          return [
            {
              path: '/api/chat',
              body: { chatId: chat, messageInput: [{ type: 'text', text }], messageFiles: [], mode: why === 'edit' ? 'edit' : 'append' },
            },
          ];
        return [
          {
            path: '/api/trpc/message.newChat?batch=1',
            body: {
              0: {
                json: {
                  content: [
                    { type: 'image', url: '' },
                    { type: 'text', text },
                  ],
                },
              },
            },
          },
          { path: '/api/chat', body: { chatId: chat, mode: 'start' } },
        ];
      },
    },
    prompt: ['*.json.content.*.text', 'messageInput.*.text'],
    policy: STRICT,
  },
  {
    // JSON in a string of JSON, and a signed address.
    id: 'doubao',
    title: 'Doubao',
    hosts: ['www.doubao.com'],
    lang: 'zh-CN',
    direction: 'ltr',
    labels: { edit: '编辑', save: '确认', retry: '重新生成' },
    composer:
      '<textarea data-testid="chat_input_input" placeholder="发消息"></textarea><button type="button" class="send" data-testid="chat_input_send_button" disabled>↑</button>',
    field: '[data-testid="chat_input_input"]',
    send: '[data-testid="chat_input_send_button"]',
    edits: true,
    retries: true,
    wire: {
      by: 'fetch',
      posts: ({ text, chat }) => [
        {
          path: `/samantha/chat/completion?aid=1&device_id=2&a_bogus=${chat.slice(0, 8)}`,
          body: {
            messages: [{ content: JSON.stringify({ text }), content_type: 2001, attachments: [], references: [] }],
            completion_option: { is_regen: false },
            conversation_id: chat,
          },
        },
      ],
    },
    prompt: ['messages.*.content'],
  },
  {
    // Written from right to left; the whole history each time; a count of tokens leaves before it.
    id: 't3-chat',
    title: 'T3 Chat',
    hosts: ['t3.chat'],
    lang: 'ar',
    direction: 'rtl',
    labels: { edit: 'تعديل', save: 'إرسال', retry: 'إعادة' },
    composer:
      '<textarea id="chat-input" placeholder="اكتب رسالتك"></textarea><button type="submit" class="send" aria-label="إرسال" disabled>↑</button>',
    field: '#chat-input',
    send: 'form button[type="submit"]',
    edits: true,
    retries: true,
    wire: {
      by: 'fetch',
      posts: ({ text, before, chat }) => [
        { path: '/api/tokens', body: { text } },
        {
          path: '/api/chat',
          body: {
            messages: [
              ...before.flatMap((past) => [
                { role: 'user', parts: [{ type: 'text', text: past.text }] },
                { role: 'assistant', parts: [{ type: 'text', text: past.answer }] },
              ]),
              { role: 'user', parts: [{ type: 'text', text }] },
            ],
            threadMetadata: { id: chat },
            model: 'practice-1',
          },
        },
      ],
    },
    prompt: ['messages.*.parts.*.text'],
  },
];

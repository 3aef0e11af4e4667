/** The request that ChatGPT's page sends, both shells (`/backend-api/f/conversation`). */
export interface ConversationRequest {
  readonly action: 'next' | 'variant';
  readonly messages: readonly {
    readonly id: string;
    readonly author: { readonly role: 'user' };
    readonly create_time: number;
    readonly content: { readonly content_type: 'text'; readonly parts: readonly string[] };
    readonly metadata: Record<string, unknown>;
  }[];
  readonly conversation_id?: string;
  readonly parent_message_id: string;
  readonly model: string;
  readonly timezone: string;
  readonly client_prepare_state: 'none' | 'success';
  readonly supports_buffering: boolean;
}

/** The text appended by one event of an answer ("v1" deltas); path and operation carry over from the event before. */
export function readDelta(data: string, state: { path: string; op: string }): string {
  const event: unknown = JSON.parse(data);
  if (typeof event !== 'object' || event === null) return '';
  const { p, o, v } = event as { p?: unknown; o?: unknown; v?: unknown };
  if (typeof p === 'string') state.path = p;
  if (typeof o === 'string') state.op = o;
  if (state.op === 'patch' && Array.isArray(v)) return v.map((one) => readDelta(JSON.stringify(one), { path: '', op: '' })).join('');
  return state.path === '/message/content/parts/0' && state.op === 'append' && typeof v === 'string' ? v : '';
}

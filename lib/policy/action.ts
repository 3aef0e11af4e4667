/** What may be done with a draft, from the most lenient to the strictest. The strictest matching rule wins, so rule order never matters. */
export const ACTIONS = ['allow', 'monitor', 'warn', 'justify', 'redact', 'block'] as const;

export type Action = (typeof ACTIONS)[number];

/** Actions that let a draft go without asking anybody. */
export function isSilent(action: Action): action is 'allow' | 'monitor' {
  return action === 'allow' || action === 'monitor';
}

/** The stricter of two actions. */
export function stricter(a: Action, b: Action): Action {
  return ACTIONS.indexOf(a) >= ACTIONS.indexOf(b) ? a : b;
}

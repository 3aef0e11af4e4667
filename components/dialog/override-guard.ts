import { type VisibilityWatch, watchVisibility } from '../really-visible.ts';

/** Decides whether a press on a button that sends something is really the person's. */
export interface OverrideGuard {
  /** Whether the browser vouches for an event: not made by a script. */
  trusts(event: Event): boolean;
  watch(element: Element): VisibilityWatch;
  /** False when the page lies in a frame of another one, which can paint over the frame in ways that nothing inside can notice (outlines). */
  alone(): boolean;
}

/** The guard as the browser can give it; `original` finds the real event behind one that was handed on. */
export function browserGuard(original: (event: Event) => Event): OverrideGuard {
  return { trusts: (event) => original(event).isTrusted, watch: (element) => watchVisibility(element), alone: () => window === window.top };
}

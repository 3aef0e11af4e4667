import type { DialogApi } from './presentation.ts';

declare global {
  /** The dialog of this tab, once its script was injected. In the isolated world, which the page cannot see. */
  var tacitDialog: DialogApi | undefined;
}

/**
 * Events that the page must not see while the dialog is open: what is typed there is not the page's business. Whoever
 * runs in the isolated world at `document_start` should listen for these on `window`, capturing, and hand each to
 * `globalThis.tacitDialog?.take(event)`: only a listener that stands before the page's own can keep them from it.
 */
export const SHIELDED_EVENTS = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'change',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'paste',
  'copy',
  'cut',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'dragstart',
  'dragenter',
  'dragover',
  'drop',
  'focusin',
  'focusout',
] as const;

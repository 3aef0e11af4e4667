import type { ComposerData } from '../../sites/site.ts';

/** Key code that browsers report while an input method has the key (UI Events, "Legacy key models"). */
const IME_KEY_CODE = 229;

/** True while an input method has the key: Enter then takes a candidate and sends nothing. */
export function isImeKey(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === IME_KEY_CODE;
}

/** True for Enter and the Enter of the number pad, also from scripts that set nothing but the legacy key code. */
export function isEnter(event: KeyboardEvent): boolean {
  return (
    event.key === 'Enter' || event.code === 'NumpadEnter' || ((event.key === '' || event.key === 'Unidentified') && event.keyCode === 13)
  );
}

/** True for the key press that sends: Enter where the site sends on it, Ctrl or Cmd with Enter everywhere. Shift and Alt make a new line. */
export function isSendKey(event: KeyboardEvent, key: ComposerData['key']): boolean {
  if (!isEnter(event) || isImeKey(event)) return false;
  if (event.ctrlKey || event.metaKey) return true;
  return key === 'enter' && !event.shiftKey && !event.altKey;
}

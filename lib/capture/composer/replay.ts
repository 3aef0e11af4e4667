import type { Field } from './field.ts';

/** Does a press of the main button on a control again, with the events that sites listen for. */
export function pressAgain(control: HTMLElement): void {
  const init = { bubbles: true, composed: true, cancelable: true, view: window, detail: 1, button: 0 } as const;
  const pointer = { ...init, pointerId: 1, pointerType: 'mouse', isPrimary: true } as const;
  control.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
  control.dispatchEvent(new MouseEvent('mousedown', { ...init, buttons: 1 }));
  control.dispatchEvent(new PointerEvent('pointerup', pointer));
  control.dispatchEvent(new MouseEvent('mouseup', init));
  control.click();
}

/** Presses Enter in a composer again, with the modifier keys of the press that was held. Old handlers read the key code, so it is set too. */
export function enterAgain(field: Field, held: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey'>): void {
  const init = { key: 'Enter', code: 'Enter', keyCode: 13, which: 13, charCode: 0, bubbles: true, composed: true, cancelable: true };
  const { ctrlKey, metaKey } = held;
  if (field.dispatchEvent(new KeyboardEvent('keydown', { ...init, ctrlKey, metaKey })))
    field.dispatchEvent(new KeyboardEvent('keypress', { ...init, charCode: 13, ctrlKey, metaKey }));
  field.dispatchEvent(new KeyboardEvent('keyup', { ...init, ctrlKey, metaKey }));
}

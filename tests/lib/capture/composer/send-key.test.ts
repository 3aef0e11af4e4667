import { describe, expect, it } from 'vitest';
import { isSendKey } from '../../../../lib/capture/composer/send-key.ts';

function press(fields: Partial<KeyboardEvent>): KeyboardEvent {
  const none = {
    key: 'Enter',
    code: 'Enter',
    keyCode: 13,
    isComposing: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
  };
  return { ...none, ...fields } as KeyboardEvent;
}

describe('the key that sends', () => {
  it.each<[string, Partial<KeyboardEvent>, enter: boolean, modEnter: boolean]>([
    ['Enter', {}, true, false],
    ['Enter of the number pad', { code: 'NumpadEnter' }, true, false],
    ['Ctrl+Enter', { ctrlKey: true }, true, true],
    ['Cmd+Enter', { metaKey: true }, true, true],
    ['Shift+Enter', { shiftKey: true }, false, false],
    ['Alt+Enter', { altKey: true }, false, false],
    ['Enter that an input method takes', { isComposing: true }, false, false],
    ['Enter right after an input method, as macOS reports it', { keyCode: 229 }, false, false],
    ['key code alone, as scripts send it', { key: '', code: '' }, true, false],
    ['a letter', { key: 'a', code: 'KeyA', keyCode: 65 }, false, false],
  ])('%s', (_, fields, enter, modEnter) => {
    expect(isSendKey(press(fields), 'enter')).toBe(enter);
    expect(isSendKey(press(fields), 'mod-enter')).toBe(modEnter);
  });
});

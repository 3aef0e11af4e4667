import { defineContentScript } from 'wxt/utils/define-content-script';
import { createDialogApi } from '../../components/dialog/mount.tsx';
import { SHIELDED_EVENTS } from '../../lib/messages/dialog-slot.ts';

/** The in-page dialog. The background injects it into a tab when a question is first asked there; a second injection changes nothing. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main() {
    globalThis.tacitDialog ??= createDialogApi(document, SHIELDED_EVENTS);
  },
});

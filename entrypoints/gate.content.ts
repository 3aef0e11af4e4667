import { defineContentScript } from 'wxt/utils/define-content-script';
import { closeGate } from '@/lib/capture/gate/gate.ts';

export default defineContentScript({
  // The build copies the guide's matches, so that no site data rides in the gate.
  matches: ['*://127.0.0.1/*'],
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  // The page would see it.
  globalName: false,
  main: closeGate,
});

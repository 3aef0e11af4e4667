import type { Terminal } from './terminal.ts';

/** A line on standard error that says how far the work is. */
export interface Progress {
  /** `done` and `total` count files or lines (`total` null: unknown), `bytes` what was read. */
  readonly step: (done: number, total: number | null, bytes: number) => void;
  /** Takes the line away, before something else is written and at the end. */
  readonly clear: () => void;
}

const PATIENCE_MS = 1000;
const EVERY_MS = 100;

/** Shows progress when somebody watches and the work takes more than a second. */
export function createProgress(terminal: Terminal, unit: 'files' | 'lines', quiet: boolean): Progress {
  if (quiet || !terminal.errIsTerminal) return { step: () => undefined, clear: () => undefined };
  let due = terminal.now() + PATIENCE_MS;
  let shown = false;
  return {
    step(done, total, bytes) {
      if (terminal.now() < due) return;
      due = terminal.now() + EVERY_MS;
      shown = true;
      terminal.status(`\r\x1b[2K${done}${total === null ? '' : ` of ${total}`} ${unit}, ${(bytes / 1e6).toFixed(1)} MB`);
    },
    clear() {
      if (shown) terminal.status('\r\x1b[2K');
      shown = false;
    },
  };
}

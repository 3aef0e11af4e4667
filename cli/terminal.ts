/** What the command touches of the world, apart from the folders that `scan` walks. */
export interface Terminal {
  /** Text of a file, or why it cannot be read. */
  readonly read: (file: string) => { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };
  /** Writes a line to standard output. */
  readonly out: (line: string) => void;
  /** Writes a line to standard error. */
  readonly err: (line: string) => void;
  /** Bytes of standard input. The next ones are read when they are asked for. */
  readonly input: () => AsyncIterable<Uint8Array>;
  /** Writes text to standard output as it is; resolves when more may be written. */
  readonly write: (text: string) => Promise<void>;
  /** Writes text to standard error as it is, without a line end. */
  readonly status: (text: string) => void;
  /** Whether somebody would have to type what is read. */
  readonly inputIsTerminal: boolean;
  /** Whether somebody watches standard error. */
  readonly errIsTerminal: boolean;
  /** Whether standard output shows colours and they are welcome. */
  readonly colours: boolean;
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
  /** Absolute path of the working folder. */
  readonly folder: string;
}

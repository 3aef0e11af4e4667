import type { Terminal } from './terminal.ts';

export const USAGE = `Usage:
  tacit scan [PATH…] [--format human|json|sarif|jsonl] [--policy FILE] [--min-confidence N] [--max-bytes N] [--quiet]
      Finds secrets in files, in folders and below, or in standard input (no PATH, or -). Never shows what it found.
      --policy FILE        judges with a policy, its own word lists too, as the browser does
      --min-confidence N   shows findings from this confidence on, 0 to 1; 0.5 when left out, and 0 for jsonl
      --max-bytes N        skips larger files; 10000000 when left out
      --quiet              no progress, no notes on what was skipped
      Exit codes: 0 nothing found; 1 findings of that confidence (jsonl: of 0.5 and more; with --policy: a verdict
      stricter than monitor); 2 wrong use, or something could not be read.
  tacit scan --jsonl [FILE…] [--policy FILE] [--min-confidence N] [--max-bytes N]
      Reads one {"id", "text"} a line and answers each with one {"id", "findings"} a line, at once and in order.
      --max-bytes is the longest line.
      Exit codes: 0 every line was answered, whatever was found; 2 some line was none, or wrong use.
  tacit policy check FILE [--json]
      Examines a policy: format, names, patterns and its own tests.
  tacit policy template --browser chrome|edge|chromium|firefox --os linux|windows|macos|google-admin --id ID
                        [--set KEY=VALUE]… [--install URL] FILE
      Writes the file that puts a policy into force on a browser.

Exit codes of policy: 0 all well, 1 problems, 2 wrong use.`;

/** Says what is wrong with the command line (all of the usage when `why` is empty). Returns the exit code of wrong use. */
export function misuse(terminal: Pick<Terminal, 'err'>, why: string): 2 {
  terminal.err(why === '' ? USAGE : `${why}\nSee \`tacit --help\`.`);
  return 2;
}

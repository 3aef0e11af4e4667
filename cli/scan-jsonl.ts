import { createReadStream } from 'node:fs';
import { readJson } from '../lib/policy/json.ts';
import type { Judge } from './engine.ts';
import { type Line, linesOf } from './lines.ts';
import { jsonlAnswer, jsonlError } from './output-jsonl.ts';
import { createProgress } from './progress.ts';
import { writeFault } from './report.ts';
import { faultOf, shownPath } from './scan-files.ts';
import type { Terminal } from './terminal.ts';

export interface JsonlWork {
  /** `-` is standard input. */
  readonly paths: readonly string[];
  /** Findings below it are left out. */
  readonly minConfidence: number;
  /** Longest line. */
  readonly maxBytes: number;
  readonly quiet: boolean;
}

/** So much output is written at once, in UTF-16 code units, when that many lines have arrived together. */
const BATCH = 65_536;

/**
 * Answers each line with one line, in order, as soon as it has arrived, and reads no further while the answers are not taken. A line that
 * holds no `{"id","text"}` is named on standard error and answered with an error. Returns the exit code: 0, or 2 when a line was none
 * or a file could not be read.
 */
export async function scanJsonl({ judge }: Judge, work: JsonlWork, terminal: Terminal): Promise<0 | 2> {
  const progress = createProgress(terminal, 'lines', work.quiet);
  let code: 0 | 2 = 0;
  let done = 0;
  let bytes = 0;
  const complain = (text: string): void => {
    progress.clear();
    terminal.err(text);
    code = 2;
  };

  async function answer(name: string, line: Line): Promise<string> {
    const request = readRequest(line, work.maxBytes);
    if (!request.ok) {
      complain(`${name}:${line.number}: ${request.error}`);
      return jsonlError(`line ${line.number}: ${request.error}`);
    }
    const { findings, verdict } = await judge(request.text);
    const shown = findings.filter((finding) => finding.confidence >= work.minConfidence);
    return jsonlAnswer(request.id, shown, verdict);
  }

  for (const path of work.paths) {
    const name = path === '-' ? 'stdin' : shownPath(path);
    const chunks: AsyncIterable<Uint8Array> = path === '-' ? terminal.input() : createReadStream(path);
    try {
      for await (const lines of linesOf(chunks, work.maxBytes)) {
        let answers = '';
        for (const line of lines) {
          answers += `${await answer(name, line)}\n`;
          bytes += line.bytes?.length ?? 0;
          progress.step(++done, null, bytes);
          if (answers.length < BATCH) continue;
          await terminal.write(answers);
          answers = '';
        }
        if (answers !== '') await terminal.write(answers);
      }
    } catch (error) {
      complain(writeFault(faultOf(name, error)));
    }
  }
  progress.clear();
  return code;
}

type Request =
  | { readonly ok: true; readonly id: string | number; readonly text: string }
  /** Cause and cure; holds nothing of the line. */
  | { readonly ok: false; readonly error: string };

const SHAPE = 'Write {"id": "…", "text": "…"} on one line.';

function readRequest({ bytes }: Line, maxBytes: number): Request {
  if (bytes === null) return { ok: false, error: `The line is longer than ${maxBytes} bytes. Raise --max-bytes, or split the text.` };
  const json = readJson(new TextDecoder().decode(bytes));
  if (!json.ok) return { ok: false, error: `The line is not JSON. ${SHAPE}` };
  const { value } = json;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, error: `The line is no JSON object. ${SHAPE}` };
  const id: unknown = Reflect.get(value, 'id');
  const text: unknown = Reflect.get(value, 'text');
  if (typeof id !== 'string' && typeof id !== 'number')
    return { ok: false, error: `"id" is missing, or neither a string nor a number. ${SHAPE}` };
  if (typeof text !== 'string') return { ok: false, error: `"text" is missing, or no string. ${SHAPE}` };
  return { ok: true, id, text };
}

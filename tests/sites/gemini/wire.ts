/** One step of an answer: the whole text so far. */
export interface AnswerFrame {
  readonly conversation: string;
  readonly text: string;
}

/** Frames an answer as `StreamGenerate` does: a guard line, then for each frame its length in UTF-16 units, a line break, and JSON. */
export function writeFrames(frames: readonly AnswerFrame[]): string[] {
  return [
    ")]}'\n\n",
    ...frames.map(({ conversation, text }) => {
      const inner = JSON.stringify([null, [conversation, 'r_practice'], null, null, [['rc_practice', [text]]]]);
      const outer = `${JSON.stringify([['wrb.fr', null, inner]])}\n`;
      return `${outer.length + 1}\n${outer}`;
    }),
  ];
}

/** Reads the complete frames of what has arrived so far. */
export function readFrames(response: string): AnswerFrame[] {
  const frames: AnswerFrame[] = [];
  let rest = response.replace(/^\)\]\}'\s*/, '');
  for (;;) {
    const head = /^(\d+)\n/.exec(rest);
    if (!head?.[1]) return frames;
    const end = head[1].length + Number(head[1]);
    if (rest.length < end) return frames;
    const outer = JSON.parse(rest.slice(head[0].length, end)) as [[string, null, string]];
    const inner = JSON.parse(outer[0][2]) as [null, [string, string], null, null, [[string, [string]]]];
    frames.push({ conversation: inner[1][0], text: inner[4][0][1][0] });
    rest = rest.slice(end).replace(/^\n/, '');
  }
}

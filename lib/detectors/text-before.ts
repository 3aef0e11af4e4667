/** What stands before `at` in a text, `most` code units at most. */
export function textBefore(text: string, at: number, most: number): string {
  return text.slice(Math.max(0, at - most), at);
}

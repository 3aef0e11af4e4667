const STRING = String.raw`(?:'(?:[^'\\\n]|\\.)*'|\x60[^\x60\n]*\x60)`;
/** With its name, and the headings of families: there are more than a thousand of them. */
const SOURCE = /\b(?:source|title):\s*'(?:[^'\\\n]|\\.)*',?/g;
/** What a key of the policy means, for its reference. */
const MEANING = /\.check\(\s*z\.describe\(\s*'(?:[^'\\\n]|\\.)*',?\s*\),?\s*\)/g;
/** A row of the tables of identifiers: five columns, then the name and the source. */
const ROW = new RegExp(String.raw`^(  \[${STRING}(?:, ${STRING}){4}), ${STRING}, ${STRING}`, 'gm');

/**
 * The code of a table of detectors or sites without the addresses where formats are described, and of the policy's schema without what
 * its keys mean: the documentation and the `tacit` command read them, the extension never does, and they are a tenth of it. Null for
 * other files.
 */
export function withoutSources(code: string, path: string): string | null {
  if (/\/lib\/policy\/(?:schema|site-pack)\.ts$/.test(path)) return code.replace(MEANING, '');
  if (!/\/lib\/(?:detectors\/(?:families|providers|identifiers)|sites\/apps)\/[^/]+\.ts$/.test(path)) return null;
  return code
    .replace(SOURCE, '')
    .replace(ROW, '$1, , ')
    .replace(/, , \]/g, ', , ,]');
}

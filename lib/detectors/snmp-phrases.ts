import type { Guess } from '../scan/detector.ts';
import { everyMatch } from './every-match.ts';
import { literalConfidence } from './rarity.ts';

/** Behind an option of Net-SNMP's commands, or the name of a procedure; of eight characters at least (https://www.rfc-editor.org/rfc/rfc3414#section-11.2). */
const PHRASE =
  /(?:\s-[AX]|\b(?:md5|sha[-\d]{0,5}|3?des(?:\d\d)?|aes(?:[- ]?\d{3})?)) {1,2}["']?((?=[^\s"']{0,63}\d|[a-z]{3,10}-[a-z]{3,10}-)\w[^\s"'|;<>]{7,63})/dgi;

/** The phrases by which SNMPv3 proves and hides, in a window that is about it: `-A x -X y`, `auth sha x priv aes 128 y`, `createUser name SHA x AES y`. */
export function snmpPhrases(window: string): readonly Guess[] {
  return everyMatch(PHRASE, window).flatMap(({ indices }) => {
    const [start = 0, end = 0] = indices?.[1] ?? [];
    const confidence = literalConfidence(window, { start, end });
    return confidence === null ? [] : [{ span: { start, end }, confidence }];
  });
}

import type { Account } from '../sites/site.ts';
import type { Place, Rule } from './schema.ts';

/** Who sends, from where, and by which way. */
export interface Situation {
  readonly siteId: string;
  readonly channel: string;
  readonly account: Account;
  /** Empty when the browser was not told. */
  readonly user: string;
  readonly groups: readonly string[];
}

/** Whether a rule applies in this situation: everything that `when` names fits, and its `unless` does not. */
export function applies(when: Rule['when'], situation: Situation): boolean {
  return fits(when, situation) && !(when.unless !== undefined && namesAnything(when.unless) && fits(when.unless, situation));
}

/** Whether all that the place names fits; what it leaves out fits always. */
function fits(place: Place, { siteId, channel, account, user, groups }: Situation): boolean {
  if (place.sites && !place.sites.includes(siteId)) return false;
  if (place.channels && !place.channels.some((each) => each === channel)) return false;
  if (place.accounts && !place.accounts.includes(account)) return false;
  if (place.users && !place.users.some((pattern) => like(pattern.toLowerCase(), user.toLowerCase()))) return false;
  if (place.groups) {
    const own = new Set(groups.map((group) => group.toLowerCase()));
    if (!place.groups.some((group) => own.has(group.toLowerCase()))) return false;
  }
  return true;
}

/** An empty `unless` would fit everywhere and switch the rule off; it is taken as left out. */
function namesAnything(place: Place): boolean {
  return Boolean(place.sites || place.channels || place.accounts || place.users || place.groups);
}

/** Compares with a pattern in which `*` stands for any characters; linear in the text for each `*`. */
function like(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

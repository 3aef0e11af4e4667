import type { Guess } from '../scan/detector.ts';
import { everyMatchInAnyCase } from './every-match.ts';
import { guessAt } from './guess-at.ts';
import { ONCE } from './once.ts';
import { SOMEBODY } from './somebody.ts';
import { textBefore } from './text-before.ts';

/** What people are by belief, origin or orientation, in small letters, with the endings that languages give them. */
const NAMES =
  "muslim\\p{L}{0,4}|moslim\\p{L}{0,2}|alevi|yahudi|musulm[aá]n[aoe]?|müslüman|мусульман\\p{L}{1,3}|μουσουλμάν\\p{L}{1,3}|jewish|jew|jui(?:f|ve)|jud[ií][oa]|judeu|judia|ebre[oa]|jüdisch|joods?|żyd(?:em|ówką)|еврей(?:ка)?|catholic|catholique|cat[óo]lic[oa]|cattolic[oa]|[ck]atholi\\p{L}{2,4}|katol[ií][kčc]\\p{L}{0,5}|protestant\\p{L}{0,2}|evang[eéè]li\\p{L}{1,5}|lutheran\\p{L}{0,2}|ort[h]?od[oó][xks]\\p{L}{0,6}|православн\\p{L}{1,3}|christlich|chrétien(?:ne)?|cristian[oa]|cristão?|hindu\\p{L}{0,3}|sikh|buddhis\\p{L}{1,4}|budis\\p{L}{1,3}|jehovah['’]?s witness|testimone di geova|zeug(?:e|in) jehovas|témoin de jéhovah|testig[oa] de jehov[aá]|mormon\\p{L}{0,2}|ateist\\p{L}{0,3}|atheist\\p{L}{0,2}|agnostic|dalit(?: christian)?|roma(?:ni)?|kurd(?:ish|isch|e|o|a)?|gay|lesb\\p{L}{2,7}|schwul|bise[xks]\\p{L}{3,6}|homose[xks]\\p{L}{2,7}|transgender|transsexual|non-binary|nonbinary|asexual|queer";
/** Trade unions and political parties that many belong to. */
const BODIES =
  "ver\\.?di|ig (?:metall|bau|bce)|gew|ccoo|ugt|cgil|cisl|uil|cgt|cfdt|solidaires|fnv|cnv|abvv|fgtb|unison|unite|gmb|teamsters|seiu|afl-cio|solidarno(?:ści|ść)|opzz|labour(?: party)?|conservative party|republican party|democratic party|green party|greens|lib dems?|tories|snp|plaid cymru|sinn féin|reform uk|bjp|chp|akp|parti socialiste|la france insoumise|spd|cdu|csu|afd|fdp|grünen|linken?|psoe|podemos|vox|lega|fratelli d'italia|rassemblement national";
const IS =
  "(?:is|am|was|i['’]m|(?:s?he|who)['’]s|ist|bin|est|suis|es|soy|è|sono|é|sou|ben|är|er|jest|jestem|je|jsem|olen|este|sunt|είναι|είμαι)(?: (?:an?|eine?|une?|una|um|uma|een|en|ett|openly|practi[sc]ing|devout|gläubige?r?|pratiquante?)){0,2}";
const SAID = new RegExp(
  String.raw`(?<!\p{L})(?:${IS}|identif(?:ies|y) as|came out as|outed (?:him|her)self as)${ONCE} (?<value>${NAMES})(?!\p{L}|-\p{L})|(?<!\p{L})(?:members? of|mitglied (?:der|bei|von)|afiliad[oa] al?|syndiquée? à|lid van|iscritt[oa] al(?:la)?|filiad[oa] ao?|członk(?:iem|inią)|medlem (?:av|af|i)|člen(?:em|kou)|membru al|délégué?e? syndicale?|adhérente? (?:à|de|du|au)|votes?(?: for)?|wählt|voted) (?:the |la |le |die |der |de )?${ONCE}(?<value2>${BODIES})(?!\p{L})|(?<!\p{L})of (?<value3>\p{L}{4,14}) (?:descent|heritage|ethnicity|origin|background)(?!\p{L})|(?<!\p{L})(?<value4>roma|cigány|kurd|zsidó) származású|(?<!\p{L})(?<abbreviated>r(?:öm\.?-|\.-?)kath\.?|ev\.-luth\.?|evang\.-ref\.?)(?!\p{L})|(?<!\p{L})race["']? ?[:=] ?["']?(?<value5>white|black|asian|coloured|colored|hispanic|latin[oax]|african|mixed|caucasian|native)(?=["' ]{0,2}(?:$|[,;.}\n]))`,
  'dgu',
);

/** The form of the verb tells who speaks. */
const FIRST_PERSON = /^(?:soy|sou|jestem|jsem|bin|suis|am|olen|είμαι|came out|outed)(?!\p{L})/iu;
/** Where a language leaves out who it is. */
const JOINED = /^(?:mitglied|afiliad|iscritt|filiad|członk|medlem|člen|membru|syndiqu|adhér|lid van)/iu;
/** Said of what somebody is not. */
const DENIED = /(?<!\p{L})(?:non|nie|não|no|ne|не|δεν) $/iu;

/** Belief, origin, orientation and politics that a window says of somebody, in the languages of Europe. */
export function findBelonging(window: string): readonly Guess[] {
  return everyMatchInAnyCase(SAID, window).flatMap((found): Guess[] => {
    const groups = found.indices?.groups ?? {};
    const [start, end] = groups.abbreviated ?? groups.value5 ?? groups.value ?? groups.value2 ?? groups.value3 ?? groups.value4 ?? [0, 0];
    const before =
      window
        .slice(Math.max(0, found.index - 60), found.index + 8)
        .split(/[.!?\n] /u)
        .at(-1) ?? '';
    const isOwn =
      FIRST_PERSON.test(found[0]) ||
      (JOINED.test(found[0]) && /(?:^|[,;:–-]) ?$/.test(textBefore(window, found.index, 2))) ||
      groups.abbreviated !== undefined ||
      groups.value5 !== undefined ||
      SOMEBODY.test(before);
    if (DENIED.test(textBefore(window, found.index, 8))) return [];
    // Somebody's name, or a question.
    const isOther = /^(?:\?| \p{Lu}\p{Ll})/u.test(window.slice(end, end + 3)) || (groups.value3 && !/^\p{Lu}/u.test(window.slice(start)));
    return isOwn && !isOther ? [guessAt(start, window.slice(start, end), 0.55)] : [];
  });
}

/** Cues for `findBelonging`. */
export const BELONGING_CUES: readonly string[] =
  'geova|origin|background|syndiqu|lid van|muslim|moslim|alevi|yahudi|musulm|müslüman|мусульман|μουσουλμ|jewish|juif|juive|judío|judía|judeu|judia|ebreo|ebrea|jüdisch|joods|żyd|еврей|cathol|catól|cattol|kathol|katol|protestant|evangel|evangé|luther|orthodox|ortodo|ortodó|православн|christlich|chrétien|cristian|cristã|hindu|sikh|buddhis|budis|jehov|jéhov|mormon|ateist|atheist|agnostic|dalit|roma | kurd| gay|lesb|schwul|bisex|bisess|biseks|homose|transg|transs|non-binary|nonbinary|asexual|queer|members of|member of|mitglied |afiliad|iscritt|filiad|członk|medlem |členem|členkou|membru al|syndical|adhérent|votes |wählt |descent|heritage|származású|kath|luth|race:|race":'.split(
    '|',
  );

import { textBefore } from '../text-before.ts';

/** Words that stand between the name of an identifier and its number: number, is, my, and the same in other languages. */
const LINKING = new Set(
  (
    'number numbers num no nr n is was are as for of the my his her their our your id code card with given new current ' +
    'nummer ist lautet war der des die meine mit nummern ' +
    'numéro numero núm est es era de du del la le el do da dos das mi mon ma meu minha il è é di mio mia número nº código numer jest to ' +
    'číslo č cislo je szám száma a az jelű numărul număr este nummeret er är on numeris numurs broj številka ' +
    'numarası numaram no’su номер это мой является № αριθμός είναι رقم هو מספר הוא ' +
    'saya adalah min mitt mit mój moja moje mea meu là của tôi μου ' +
    'е моят моята im është on ir yra mijn van minu الخاص بي هي שלי של من است ' +
    'customer client patient employee applicant kunden kundin patienten cliente paziente paciente clienta klanten mère père mother father mutter vater madre padre moeder vader mãe pai клиента клієнта wife husband son daughter ' +
    'national nacional nationale identity identification'
  ).split(' '),
);

/** Names of identifiers that name other things as well: behind these the check digit decides. */
export const OPEN_NAMES: ReadonlySet<string> = new Set(
  [
    'bn,c.i,cc,certificate number,chi,ci,cif,corporate number,cui,dic,dui,e-card,eid,fin,fnr,gra,gst,hst,ice,ico,ide,idno,idnr,ird,kt,msp,mst,naf,nas,nic,nid,nir,nis,nit,nn,phn,pib,pin,pis,pnr,rc,rcs,reg,rif,run,spi,sus,tan,team,tps,tz,uid,unp,fn,ca',
    'id no,id number,identifikationsnummer,identiteitskaart,individual number,kaartnummer,kimlik no,konto,kontonr,kontonummer,matricule,my number,national code,personal code,personal identification code,personal number,número de documento,numéro d’identification,rachunek,sim,sim card,sim number,tax reference,vat registration,versicherungsnummer',
    'krankenkasse,krankenversicherung,national health service,national provider,permanent resident,provider identifier,refugee id,routing,secu,securities,seguro social,umsatzsteuer,virksomhed,wertpapier,vergi dairesi,finanzamt,inland revenue,sars,impôts,avis d’imposition,habilitação,insee,vehicle,certificate,status',
    'aba,aba number,aba routing,bank routing,routing number,transit routing,rtn,dea,dea number,dea#,dea registration',
  ].flatMap((names) => names.split(',')),
);

/** Characters between a name and its number, and of the words before and behind that say it is none. */
const MOST_BETWEEN = 32;
const DENYING_BEFORE = 40;
const DENYING_BEHIND = 48;

const BETWEEN = /^[^\p{L}\d;?!]{0,6}(?:\p{L}[\p{L}’']{0,11}[^\p{L}\d;?!]{1,6}){0,3}$/u;
const WORD = /\p{L}[\p{L}’']*/gu;

/** Whether a name that ends at `end` is directly that of the number at `start`: a sign or a linking word or two between them. */
export function isBehindName(text: string, end: number, start: number): boolean {
  if (start < end || start - end > MOST_BETWEEN) return false;
  const between = text.slice(end, start);
  return BETWEEN.test(between) && wordsOf(between).every((word) => LINKING.has(word));
}

/** Words by which a text says that a number is no valid one, and pairs of words. */
const DENYING = new Set(
  (
    'invalid,bogus,fake,fails,failed,typo,not a,not an,not valid,not real,isn’t a,isn’t an,isn’t valid,isn’t real,no valid,ungültig,ungültige,ungültiger,keine gültige,nicht gültig,' +
    'invalide,non valide,pas valide,inválido,inválida,no válido,no válida,no es,não é,não válido,non è,non valido,ongeldig,ongeldige,niet geldig,nieprawidłowy,nieprawidłowa,' +
    'neplatný,neplatná,neplatné,érvénytelen,invalidă,geçersiz,недействительный,недействителен,неверный,невірний,ogiltigt,ugyldig,ugyldigt,virheellinen'
  ).split(','),
);
const DENYING_WORDS = 5;

/** Whether the text says of the number between `start` and `end`, whose name begins at `name`, that it is no valid one. */
export function isDenied(text: string, name: number, end: number): boolean {
  const [behind = ''] = text.slice(end, end + DENYING_BEHIND).split('\n');
  return denies(wordsOf(textBefore(text, name, DENYING_BEFORE)).slice(-DENYING_WORDS)) || denies(wordsOf(behind).slice(0, DENYING_WORDS));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().replaceAll("'", '’').match(WORD) ?? [];
}

function denies(words: readonly string[]): boolean {
  return words.some((word, i) => DENYING.has(word) || DENYING.has(`${word} ${words[i + 1]}`));
}

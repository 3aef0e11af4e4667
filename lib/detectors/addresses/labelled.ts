import type { Guess } from '../../scan/detector.ts';
import { everyMatch } from '../every-match.ts';
import { guessAt } from '../guess-at.ts';
import { STREET_WORD } from './parts.ts';

/** What people call an address in forms; what follows on the line is one, however the country writes it. */
const ADDRESS_WORDS =
  '(?:(?:home |postal |mailing |street |shipping |delivery |billing |residential |my )?address(?:[ _]?(?:line)?[ _]?1)?|street(?:[ _]?address)?|straße|(?:wohn)?anschrift|(?:wohn)?adresse|adress|dirección|domicilio|endereço|morada|indirizzo|residenza|adresi?|adresa|adresă|domiciliu|bydliště|bydlisko|(?:lak)?cím|osoite|διεύθυνση|адрес|адреса|住所|地址|住址|주소|alamat|địa chỉ|ที่อยู่|العنوان|כתובת|पता|naslov|heimilisfang|elukoht|dzīvesvieta|lakóhely|место жительства|bostad|收货地址)';
const LABELLED = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.-]|(?:ip|mail|mac|memory|base|wallet|web|server|host|network|contract) )${ADDRESS_WORDS}["'*]{0,2} ?[:：] ?["'*]{0,2}(?<value>[\p{L}\p{N}][^\n\r\t"|;<>{}@=\\_*]{7,110})`,
  'dgiu',
);
/** Where an address ends although the line goes on: another field, or a new sentence behind a long word or a number. */
const NEXT_FIELD =
  /[.,]? (?:tlf|tlm|fono|ph|contact|whatsapp|h\/p|נייד|טלפון|جوال|هاتف|موبايل|मोबाइल|फोन|মোবাইল|tel|phone|mobile|telefon|téléphone|e-?mail|mail|handy|fax|тел|τηλ|cep: ?05\d\d \d|maaş\p{L}{0,3}|зарплата|оклад|cell?|mob|móvil|gsm|puh|휴대폰|전화|계좌|sđt|hp|โทร)(?!\p{L})|[，、；]| [-–—(] |'(?=[,})\s])/iu;
const NEXT_SENTENCE = /(?<=[\p{L}\d]{5}|\d)[.!?] {1,2}\p{Lu}/u;

/** Addresses behind what forms call them. */
export function findLabelledAddresses(window: string): readonly Guess[] {
  return everyMatch(LABELLED, window).flatMap((found): Guess[] => {
    const [start] = found.indices?.groups?.value ?? [0];
    const value = (found.groups?.value ?? '')
      .split(NEXT_FIELD, 1)
      .flatMap((part) => part.split(NEXT_SENTENCE, 1))
      .join('')
      .trimEnd()
      .replace(/[,.]$/, '');
    if (!isAddress(value)) return [];
    // A street alone, in a record: as often that of an example.
    const isRecord = /[">]/.test(window.charAt(start - 1)) && !/,|\d{4}/.test(value);
    return [guessAt(start, value, isRecord ? 0.45 : 0.6)];
  });
}

/** Of the words for streets, what sentences have as well. */
const SMALL_WORD = /(?<!\p{L})(?:[ai]m|zu[mr])(?!\p{L})/giu;

/** A number that may be one of a house, and names; not an address of a network, a machine or a memory. */
function isAddress(value: string): boolean {
  if (/:\/\/|^0x|\d+\.\d+\.\d+|[0-9a-f]{2}:[0-9a-f]{2}|\w\(|[a-z]\.[a-z]|\d{9}/i.test(value)) return false;
  if (!/(?<![A-Za-z\d])\d{1,6}(?!\d)/.test(value)) return false;
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}]{4}/u.test(value))
    return /[\p{Script=Hangul}\p{Script=Thai}省市区區县縣镇鎮村路街巷弄号號楼樓町丁番]/u.test(value);
  return (
    (value.match(/(?<!\p{L})[\p{Lu}\p{Lo}]\p{L}{2}/gu) ?? []).length >= 2 &&
    (/,|\d{4}/.test(value) || STREET_WORD.test(value.replace(SMALL_WORD, '')))
  );
}

import { findEastern, hasNumber } from '../addresses/eastern.ts';
import { FORM_CUES, findForms } from '../addresses/forms.ts';
import { findInScripts, SCRIPT_CUES } from '../addresses/in-scripts.ts';
import { findLabelledAddresses } from '../addresses/labelled.ts';
import { LIVES, lives } from '../addresses/lives.ts';
import { STATES } from '../addresses/parts.ts';
import { CODE_NAMES, findPostcodes } from '../addresses/postcodes.ts';
import { doubted, findAddresses } from '../addresses/streets.ts';
import { findTold, TOLD_CUES } from '../addresses/told.ts';
import { findTowned, isCode } from '../addresses/towned.ts';
import type { Family } from '../family.ts';
import { spellings } from '../spellings.ts';

const UNITS = 'flat |unit |plot |lot |blk |block |house |h.no'.split('|');

/** Whether a number stands behind what a flat or a house is called; of other words nothing is asked. */
function hasUnit(text: string, start: number, end: number): boolean {
  return !UNITS.includes(text.slice(start, end).toLowerCase()) || /\d/.test(text.slice(end, end + 6));
}

export default {
  id: 'postal-addresses',
  title: 'Postal addresses and postcodes',
  entities: [
    { entity: 'POSTAL_ADDRESS', categories: ['personal', 'phi'], ambient: true },
    { entity: 'POSTCODE', categories: ['personal'], ambient: true },
  ],
  detectors: [
    {
      kind: 'nearby',
      id: 'postal-address',
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      cues: ' street| st,| st\n| rd,| ave,| ave.|avenue| road|boulevard|blvd| lane|drive,| court,| place,| square| terrace| parkway| highway| crescent|straße|strasse|str. |weg |gasse |platz |allee |damm | rue |, rue|calle |c/ |avda|plaza |paseo |via |viale |piazza|corso |rua |travessa|ul. |straat|laan |plein |gracht|gatan |vägen |gade |vej |veien |gata |katu |〒|県|東京都|大阪府| marg| nagar|address|live at|lives at|lived at|living at|-ku,|-shi,|-cho,|-chome| grove,| gardens,| close,| mews,'.split(
        '|',
      ),
      before: 60,
      after: 72,
      find: findAddresses,
    },
    {
      kind: 'nearby',
      id: 'postal-address-with-town',
      // A code of four digits or more, and of what stands before it.
      holdsNumber: true,
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      words: true,
      opensAt: isCode,
      cues: [
        ...Object.values(STATES).flatMap((states) => states.split('|').map((state) => `, ${state.toLowerCase()} `)),
        ...STATES.BR.split('|').flatMap((state) => [` - ${state.toLowerCase()}`, `/${state.toLowerCase()},`]),
        ...'live at|lives at|lived at|living at|live in|located at|office at|reside|address|send it to|send to|ship|deliver|mail to|moved to|located at|wohn|anschrift|adresse|habit|domicil|vivo en|vive en|dirección|abit|indirizzo|mora |moro |endereço|morada|mieszka|adres|woon'.split(
          '|',
        ),
      ],
      before: 100,
      after: 100,
      find: (window) => (LIVES.test(window) ? findAddresses(window) : doubted(window, findTowned(window))),
    },
    {
      kind: 'nearby',
      id: 'postal-address-eastern',
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions',
      cues: ['号', '號', '丁目', '로 ', '길 '],
      counts: hasNumber,
      before: 40,
      after: 40,
      find: findEastern,
    },
    {
      kind: 'nearby',
      id: 'postal-address-by-form',
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      opensAt: isCode,
      counts: hasUnit,
      cues: [...UNITS, ...FORM_CUES],
      before: 90,
      after: 130,
      find: (window) => doubted(window, findForms(window, lives)),
    },
    {
      kind: 'nearby',
      id: 'postal-address-in-script',
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      cues: SCRIPT_CUES,
      before: 60,
      after: 120,
      find: findInScripts,
    },
    {
      kind: 'anchored',
      id: 'post-box',
      entity: 'POSTAL_ADDRESS',
      source: 'https://pe.usps.com/text/pub28/28c2_026.htm (USPS Publication 28, section 28) and the posts of other countries',
      anchors: {
        literals:
          'po box|p.o. box|p.o.box|p. o. box|post office box|postfach|postbus|apartado postal|apartado de correos|caixa postal|casella postale|boîte postale|skrytka pocztowa|postboks'.split(
            '|',
          ),
      },
      pattern:
        /(?<![\p{L}\d])[\p{L}.]{1,9}(?: [\p{L}.]{1,8}){0,2} (?:n[º°o]?\.? ?|nr\.? ?|# ?)?\d{1,8}(?:[ -]\d{2,5})?(?![\d,.]\d|\p{L})/iuy,
      confidence: 0.5,
    },
    {
      kind: 'nearby',
      id: 'postal-address-behind-word',
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      words: true,
      cues: 'address|street:|street"|straße:|anschrift|adress|dirección|domicilio|endereço|morada|indirizzo|residenza|adres|domiciliu|bydlišt|bydlisk|cím:|lakcím|lakóhely|naslov|heimil|elukoht|dzīvesviet|место жит|bostad|收货|osoite|διεύθυνσ|адрес|住所|地址|住址|주소|alamat|địa chỉ|ที่อยู่|العنوان|כתובת|पता'.split(
        '|',
      ),
      before: 20,
      after: 136,
      find: findLabelledAddresses,
    },
    {
      kind: 'nearby',
      id: 'postal-address-told',
      entity: 'POSTAL_ADDRESS',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      words: true,
      cues: TOLD_CUES,
      before: 12,
      after: 160,
      find: findTold,
    },
    {
      kind: 'nearby',
      id: 'postal-address-short',
      // Such words are common; a postcode stands near those that belong to an address.
      holdsNumber: true,
      entity: 'POSTAL_ADDRESS',
      source: 'https://pe.usps.com/text/pub28/28apc_002.htm (USPS Publication 28, appendix C1)',
      cues: ' st,| st.| st | rd,| rd.| rd | dr,| dr.| ln,| ln.'.split('|'),
      before: 60,
      after: 72,
      find: findAddresses,
    },
    {
      kind: 'nearby',
      id: 'postcode',
      entity: 'POSTCODE',
      source: 'https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions (addressing systems by country)',
      cues: [
        ...'deliver|live in|lives in|living in|lives near|based in|moved to|parcel|plz:|plz |plz"|plz>|zip:|zip"|zip>|cep:|cep"|psč:'.split(
          '|',
        ),
        ...spellings(CODE_NAMES),
      ],
      before: 16,
      after: 40,
      whole: 40,
      find: findPostcodes,
    },
  ],
} satisfies Family;

import type { Guess } from '../../scan/detector.ts';
import type { Span } from '../../scan/finding.ts';
import { decodeBase58Check } from '../base58.ts';
import { bech32Variant } from '../bech32.ts';
import { ALPHANUMERIC } from '../characters.ts';
import { everyMatch } from '../every-match.ts';
import type { Family } from '../family.ts';
import { guessAt } from '../guess-at.ts';
import { isPlaceholder } from '../placeholder.ts';
import { spelled, spellings } from '../spellings.ts';
import { textBefore } from '../text-before.ts';

/** Networks that are no one's in the world: RFC 1918, 3927, 6598, loopback, this host, multicast, documentation (RFC 5737), broadcast. */
const RESERVED_V4 =
  /^(?:0|10|127|22[4-9]|23\d|24\d|25[0-5])\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^192\.0\.[02]\.|^198\.51\.100\.|^203\.0\.113\.|^198\.1[89]\./;

function validateV4(text: string, span: Span): number | null {
  const address = text.slice(span.start, span.end);
  // Versions have four parts too, but say so.
  if (/(?:version|release|\bv|chrome|firefox|safari|edg|opr|build)[ /:=v]{0,2}$/i.test(textBefore(text, span.start, 12))) return null;
  // Any address, or the mask of a network: what is called an address is none.
  if (/^0\.0\.0\.0$|^255\.255\./.test(address))
    return /\bip\b|addr|(?:\d{1,3}\.){3}\d{1,3} $/i.test(textBefore(text, span.start, 40)) ? null : 0.3;
  // The end of an address of version 6 is part of that, unless a word is glued to it.
  const head = /(?<![\w:.])[0-9A-Fa-f:]{2,30}$/.exec(textBefore(text, span.start, 31))?.[0];
  if (head !== undefined && isV6(head + address)) return null;
  return RESERVED_V4.test(address) ? 0.3 : 0.4;
}

const HEX_GROUP = '[0-9A-Fa-f]{1,4}';
const V6 = new RegExp(
  String.raw`(?<![\w:.])(?:${HEX_GROUP}:|::)(?:${HEX_GROUP}:|:){0,7}(?:${HEX_GROUP}|(?:\d{1,3}\.){3}\d{1,3}|(?<=:))?(?:%[A-Za-z]\w{0,14})?(?:\/(?:12[0-8]|1[01]\d|\d{1,2})(?!\d))?(?!\w|:[\w:]|\.\w)`,
  'g',
);

/** Eight groups, or fewer with one `::`; the last two may be written as IPv4 (RFC 4291, 2.2). */
function isV6(text: string): boolean {
  const dotted = /(?:\d{1,3}\.){3}\d{1,3}$/.exec(text)?.[0];
  if (dotted?.split('.').some((part) => Number(part) > 255)) return false;
  const plain = dotted === undefined ? text : `${text.slice(0, -dotted.length)}0:0`;
  const halves = plain.split('::');
  if (halves.length > 2 || plain === '::') return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  return groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group)) && (halves.length === 2 ? groups.length < 8 : groups.length === 8);
}

/** Whether digits in a row stand among the groups of such an address. */
function isAmongGroups(text: string, start: number, end: number): boolean {
  if (end - start > 4 || (text.charCodeAt(start - 1) !== 58 && text.charCodeAt(end) !== 58)) return false;
  return /(?:[0-9a-f]{1,4}:){4}/i.test(text.slice(Math.max(0, start - 15), end + 15));
}

function findV6(window: string): readonly Guess[] {
  return everyMatch(V6, window).flatMap(({ 0: text, index }): Guess[] => {
    if (!isV6(text.split(/[%/]/)[0] ?? '')) return [];
    const span = { start: index, end: index + text.length };
    // A network is no machine: `2600:1901::/32`.
    const isLocal = /^(?:[0:]{2,39}1?$|fe[89ab]|f[cd]|ff|2001:0?db8|::ffff:)|:(?:|0:0)\/\d{1,3}$/i.test(text);
    return [
      {
        span,
        confidence: isLocal ? 0.3 : /\bip(?:v6)?\b/i.test(textBefore(window, index, 40)) ? 0.7 : 0.4,
        entity: isLocal ? 'IP_ADDRESS_PRIVATE' : 'IP_ADDRESS',
      },
    ];
  });
}

const MAC =
  /(?<![\w:-])(?:[0-9A-Fa-f]{2}([:-])[0-9A-Fa-f]{2}(?:\1[0-9A-Fa-f]{2}){4}|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4})(?![\w:-])/g;

function findMac(window: string): readonly Guess[] {
  return everyMatch(MAC, window).flatMap(({ 0: text, index }): Guess[] => {
    // Of nobody: all zeros, to all, to a group (RFC 1112 and RFC 2464, of bridges IEEE 802.1D).
    if (/^(?:0+$|f+$|01005e|3333|0180c2)/i.test(text.replace(/[:.-]/g, ''))) return [];
    const named = /\b(?:mac|hardware|physical|ethernet|bluetooth|wi-?fi)\b/i.test(textBefore(window, index, 40));
    return [{ span: { start: index, end: index + text.length }, confidence: named ? 0.65 : 0.4 }];
  });
}

/** Decimal degrees in pairs, or degrees, minutes and seconds. */
const DEGREES =
  /(?<![\w.])(?:-?(?:90|[0-8]?\d)\.\d{3,10}°? ?[NS]?,? ?-?(?:180|1[0-7]\d|\d{1,2})\.\d{3,10}°? ?[EWO]?|\d{1,2}° ?\d{1,2}['′] ?(?:\d{1,2}(?:\.\d{1,4})?["″] ?)?[NS],? ?\d{1,3}° ?\d{1,2}['′] ?(?:\d{1,2}(?:\.\d{1,4})?["″] ?)?[EWO])(?!\w|\.\w)/g;

/** One of the two, behind its name, as records have them. */
const DEGREE =
  /(?<!\p{L})(?:lat(?:itude)?|(?<wide>lon(?:g(?:itude)?)?|lng))["']? ?[:=>] ?["']?(?<value>-?(?:1[0-7]\d|\d{1,2})\.\d{3,15})(?![\w.])/dgiu;

/** A place is personal where it is somebody's. */
const WHOSE =
  /(?<!\p{L})(?:my|his|her|their|home|lives?|user|patient\p{L}{0,3}|client|customer|student|driver|employee|phone|telefo\p{L}{1,2}|handy|device|last (?:seen|known)|your location|gps)(?!\p{L})/iu;

function findCoordinates(window: string): readonly Guess[] {
  const confidence = WHOSE.test(window) ? 0.6 : 0.45;
  const pairs = everyMatch(DEGREES, window).map(({ 0: text, index }) => guessAt(index, text.trimEnd(), confidence));
  const single = everyMatch(DEGREE, window).flatMap(({ groups, indices }): Guess[] => {
    const { value = '', wide } = groups ?? {};
    const isOne = Math.abs(Number(value)) <= (wide === undefined ? 90 : 180);
    return isOne ? [guessAt(indices?.groups?.value?.[0] ?? 0, value, confidence)] : [];
  });
  return [...pairs, ...single];
}

/** What systems call the identifier of a telephone, a computer or the person who is shown advertisements on it. */
const DEVICE_NAMES =
  'device id|device identifier|device uuid|android id|advertising id|advertiser id|hardware id|machine id|idfa|idfv|gaid|aaid|udid|hwid|设备id';
const SERIAL_NAMES = 'serial number|serial no|seriennummer|numéro de série|número de serie|序列号';
const DEVICE_ID = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?<device>${spelled(DEVICE_NAMES)})|${spelled(SERIAL_NAMES)})(?!\p{L})\.?["'*]{0,2}(?: ?[:=：>#]| (?:is|ist|est|es|è|é)(?= )|(?= ))["'* ]{0,3}(?<value>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{14,40}|(?=[A-Z]{0,12}\d)(?=\d{0,12}[A-Z])[A-Z0-9]{8,24}|(?=[a-z-]{0,8}\d)[a-z]{1,8}-[a-z0-9-]{6,40})(?![\w-])`,
  'dgiu',
);
function findDeviceIds(window: string): readonly Guess[] {
  return everyMatch(DEVICE_ID, window).flatMap(({ groups, indices }): Guess[] => {
    const { device, value = '' } = groups ?? {};
    const digits = value.replace(/\D/g, '').length;
    // One digit over and over, an example, a word.
    if (digits < 3 || /^(.)\1+$/.test(value.replace(/-/g, '')) || isPlaceholder(value)) return [];
    // A serial number has letters and digits, and is written in capitals; whose the thing is, it does not say.
    if (device === undefined && (value !== value.toUpperCase() || !/[A-Z]/.test(value))) return [];
    return [guessAt(indices?.groups?.value?.[0] ?? 0, value, device !== undefined ? 0.6 : 0.4)];
  });
}

/** Versions of base58check addresses: Bitcoin, its test networks, Litecoin, Dogecoin, Dash, Tron. */
const VERSIONS = new Set([0x00, 0x05, 0x6f, 0xc4, 0x30, 0x32, 0x1e, 0x16, 0x4c, 0x10, 0x41]);

/** Bitcoin and Litecoin, whose addresses begin so: one that fails its check is mistyped or made up where they are spoken of. */
const COIN = /bitcoin|litecoin|(?<!\p{L})(?:btc|ltc|crypto)(?!\p{L})/iu;

function isNamedCoin(text: string, { start, end }: Span): boolean {
  const value = text.slice(start, end);
  return (
    /^(?:[13LM](?=.*[a-z])(?=.*[A-Z])|bc1|ltc1)/.test(value) &&
    (value.match(/\d/g)?.length ?? 0) > 2 &&
    !isPlaceholder(value) &&
    COIN.test(`${textBefore(text, start, 60)} ${text.slice(end, end + 16)}`)
  );
}

function readAddress(text: string, at: number): Span | null {
  const found =
    /(?<![\w-])(?:0x[0-9a-fA-F]{40}|(?:bc|tb|ltc|bcrt)1[02-9ac-hj-np-z]{38,59}|[13mn2LMDXATt][1-9A-HJ-NP-Za-km-z]{24,38})(?![\w-])/y;
  found.lastIndex = at;
  const value = found.exec(text)?.[0];
  return value === undefined ? null : { start: at, end: at + value.length };
}

function validateAddress(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  if (value.startsWith('0x')) return new Set(value.slice(2)).size < 6 ? null : 0.45;
  if (/^(?:bc|tb|ltc|bcrt)1/.test(value)) return bech32Variant(value) !== null ? 0.9 : isNamedCoin(text, span) ? 0.5 : null;
  const payload = decodeBase58Check(value);
  if (payload !== null && payload.length === 21 && VERSIONS.has(payload[0] as number)) return 0.9;
  return isNamedCoin(text, span) ? 0.5 : null;
}

const FULL_STOP = 46;

/** Most numbers have no dot after their first digits. */
function hasDot(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === FULL_STOP || text.charCodeAt(at + 2) === FULL_STOP || text.charCodeAt(at + 3) === FULL_STOP;
}

export default {
  id: 'devices',
  title: 'Devices, networks, places and wallets',
  entities: [
    { entity: 'IP_ADDRESS', categories: ['device', 'personal'], ambient: true },
    { entity: 'IP_ADDRESS_PRIVATE', categories: ['device'], ambient: true },
    { entity: 'MAC_ADDRESS', categories: ['device', 'personal'], ambient: true },
    { entity: 'COORDINATES', categories: ['personal'], ambient: true },
    { entity: 'DEVICE_ID', categories: ['device', 'personal'] },
    { entity: 'CRYPTO_ADDRESS', categories: ['financial'] },
  ],
  detectors: [
    {
      kind: 'anchored',
      id: 'ip-v4',
      entity: 'IP_ADDRESS',
      source: 'https://www.rfc-editor.org/rfc/rfc791 and https://www.iana.org/assignments/iana-ipv4-special-registry/',
      anchors: { digits: 4 },
      worth: hasDot,
      pattern:
        /(?<![\w.-])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\/(?:3[0-2]|[12]?\d)(?!\d))?(?![\w-]|\.\d[.\d])/y,
      confidence: 0.4,
      name: (text, span) => {
        const confidence = validateV4(text, span);
        return confidence === null ? null : { entity: confidence < 0.4 ? 'IP_ADDRESS_PRIVATE' : 'IP_ADDRESS', confidence };
      },
      context: {
        before: 32,
        raise: {
          en: 'ip address|my ip|ip is|his ip|her ip|user ip|ip of|from ip|client ip|source ip|your ip|current ip|logged in from'.split('|'),
          de: ['ip-adresse'],
          fr: ['adresse ip'],
          es: ['dirección ip'],
        },
      },
    },
    {
      kind: 'nearby',
      id: 'ip-v6',
      entity: 'IP_ADDRESS',
      source: 'https://www.rfc-editor.org/rfc/rfc4291#section-2.2',
      cues: ['::', 'ipv6', ' ip ', 'ip:', 'inet6', 'ip address'],
      opensAt: isAmongGroups,
      before: 48,
      after: 48,
      budget: 40_000,
      whole: 80,
      find: findV6,
    },
    {
      kind: 'nearby',
      id: 'mac-address',
      entity: 'MAC_ADDRESS',
      source: 'https://standards.ieee.org/products-programs/regauth/mac/',
      cues: 'mac address| mac:|mac: |"mac"|mac=|mac is|mac-a|macaddr|mac_addr|macs:|hwaddr|hardware address|physical address|bssid|lladdr|ether |bluetooth'.split(
        '|',
      ),
      before: 20,
      after: 60,
      budget: 40_000,
      whole: 80,
      find: findMac,
    },
    {
      kind: 'nearby',
      id: 'coordinates',
      entity: 'COORDINATES',
      source: 'https://www.iso.org/standard/75147.html (ISO 6709)',
      cues: [
        'coordinates',
        'home is at',
        'my house:',
        'my house is at',
        'my home:',
        'i live at',
        '"n ',
        '″n ',
        'latitude',
        'longitude',
        'gps',
        ' lat:',
        'lat: ',
        '"lat"',
        "'lat'",
        ' lat=',
        '&lat=',
        '?lat=',
        'lat/l',
        'lat, l',
        'geolocation',
        'koordinaten',
        'coördinaten',
        'last seen',
        'your location',
        'last known',
        'coordonnées',
        'coordenadas',
        'coordinate',
        'located at',
        '° ',
        'google.com/maps',
        'maps.google',
        'geo:',
        '?ll=',
        '&ll=',
        '<lat>',
      ],
      before: 30,
      after: 60,
      budget: 40_000,
      find: findCoordinates,
    },
    {
      kind: 'nearby',
      id: 'device-behind-name',
      entity: 'DEVICE_ID',
      source:
        'https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html (device identifiers and serial numbers), https://developer.android.com/identity/user-data-ids and https://developer.apple.com/documentation/adsupport',
      words: true,
      cues: [...spellings(DEVICE_NAMES), ...spellings(SERIAL_NAMES)],
      before: 64,
      after: 96,
      find: findDeviceIds,
    },
    {
      kind: 'anchored',
      id: 'crypto-address',
      entity: 'CRYPTO_ADDRESS',
      source: 'https://en.bitcoin.it/wiki/Invoice_address, BIP-173 and https://eips.ethereum.org/EIPS/eip-55',
      anchors: { runs: true },
      lead: { of: ALPHANUMERIC, min: 0, max: 64 },
      pattern: readAddress,
      confidence: 0.9,
      reach: 80,
      validate: validateAddress,
      context: {
        raise: { en: 'wallet|eth|ethereum|bitcoin|btc|crypto|send|deposit|usdt|litecoin|tron'.split('|') },
        lower: { en: ['contract', 'hash', 'tx', 'transaction', 'sha1', 'commit'] },
      },
    },
  ],
} satisfies Family;

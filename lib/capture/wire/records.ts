import { jsonLeaves } from './json.ts';
import type { Leaf } from './leaf.ts';

/** Ends a record of SignalR, and stands between packets of Engine.IO that share a body. */
const RECORD_END = '\x1e';
/** Type of an Engine.IO and a Socket.IO packet, attachments, namespace and acknowledgement. */
const PACKET = /^\d{1,2}(?:\d{0,3}-)?(?:\/[^,[{]{0,64},)?\d{0,9}(?=[[{"])/;

/**
 * The strings of several JSON documents in one text, each under its number: records that end with U+001E (SignalR JSON protocol,
 * https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md), or lines (NDJSON). Undefined when the text is neither.
 */
export function recordLeaves(text: string): readonly Leaf[] | undefined {
  if (text.includes(RECORD_END)) return numbered(text, RECORD_END);
  return /^[[{]/.test(text) && /[\]}]\r?\n[[{]/.test(text) ? numbered(text, '\n') : undefined;
}

/** The strings of a packet of Socket.IO (https://socket.io/docs/v4/socket-io-protocol/): `42["event",{…}]`. Undefined when it is none. */
export function packetLeaves(text: string): readonly Leaf[] | undefined {
  const head = PACKET.exec(text)?.[0];
  return head === undefined ? undefined : moved(jsonLeaves(text.slice(head.length)), '', head.length);
}

function numbered(text: string, separator: string): readonly Leaf[] | undefined {
  const leaves: Leaf[] = [];
  let number = 0;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf(separator, start);
    const end = next < 0 ? text.length : next;
    const record = text.slice(start, end);
    if (record.trim() !== '') {
      const found = moved(packetLeaves(record) ?? jsonLeaves(record), `/${number++}`, start);
      // A packet without data, such as a ping.
      if (!found && !/^\d{1,2}$/.test(record)) return undefined;
      leaves.push(...(found ?? []));
    }
    start = end + 1;
  }
  return leaves;
}

function moved(leaves: readonly Leaf[] | undefined, base: string, by: number): readonly Leaf[] | undefined {
  return leaves?.map((leaf) => ({ ...leaf, pointer: base + leaf.pointer, start: leaf.start + by, end: leaf.end + by }));
}

/** What a property list may hold here. Undefined entries of an object are left out. */
export type PlistValue = string | number | readonly PlistValue[] | { readonly [key: string]: PlistValue | undefined };

/** Writes an XML property list (Apple DTD PLIST 1.0). Numbers are integers. */
export function plist(value: PlistValue): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    ...lines(value, ''),
    '</plist>',
    '',
  ].join('\n');
}

function lines(value: PlistValue, indent: string): string[] {
  const inner = `${indent}  `;
  if (typeof value === 'string') return [`${indent}<string>${escapeXml(value)}</string>`];
  if (typeof value === 'number') return [`${indent}<integer>${value}</integer>`];
  if (isList(value)) return [`${indent}<array>`, ...value.flatMap((item) => lines(item, inner)), `${indent}</array>`];
  const entries = Object.entries(value).flatMap(([key, item]) =>
    item === undefined ? [] : [`${inner}<key>${escapeXml(key)}</key>`, ...lines(item, inner)],
  );
  return [`${indent}<dict>`, ...entries, `${indent}</dict>`];
}

function isList(value: PlistValue): value is readonly PlistValue[] {
  return Array.isArray(value);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

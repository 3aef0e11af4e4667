/** One key of the registry with its values: texts become REG_SZ, numbers REG_DWORD. */
export interface RegKey {
  readonly path: string;
  readonly values: readonly (readonly [name: string, value: string | number])[];
}

/** Writes a registry file (Windows Registry Editor Version 5.00), pure ASCII so that it reads alike in every code page. */
export function regFile(keys: readonly RegKey[]): string {
  const sections = keys.map(({ path, values }) =>
    [`[${path}]`, ...values.map(([name, value]) => `"${escaped(name)}"=${data(value)}`), ''].join('\r\n'),
  );
  return ['Windows Registry Editor Version 5.00', '', ...sections].join('\r\n');
}

function data(value: string | number): string {
  if (typeof value === 'number') return `dword:${value.toString(16).padStart(8, '0')}`;
  // What a quoted text cannot hold is written as the bytes of a REG_SZ: UTF-16, little end first, with a final zero.
  if (/[^\x20-\x7e]/.test(value)) {
    return `hex(1):${[...Array(value.length).keys()]
      .flatMap((at) => bytes(value.charCodeAt(at)))
      .concat(bytes(0))
      .join(',')}`;
  }
  return `"${escaped(value)}"`;
}

function bytes(unit: number): string[] {
  return [unit & 0xff, unit >> 8].map((byte) => byte.toString(16).padStart(2, '0'));
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}

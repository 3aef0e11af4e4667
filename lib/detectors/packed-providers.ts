import type { CredentialType, Provider } from './provider.ts';

/**
 * Providers as one string, a third shorter than their code: each a line of its name, its words and its types, parted by tabs; a type is its name and, behind `=`, its
 * shape or, behind `:`, all there is of it as JSON. Without sources, which no scan reads. `unpackedProviders` reads it.
 */
export function packedProviders(providers: readonly Provider[]): string {
  return providers
    .map(({ provider, words, types }) => [provider, words?.join() ?? '', ...Object.entries(types).map(packedType)].join('\t'))
    .join('\n');
}

function packedType([name, type]: [string, string | CredentialType]): string {
  if (typeof type === 'string') return `${name}=${type}`;
  const { source: _, ...rest } = type;
  return `${name}:${JSON.stringify(rest)}`;
}

/** What `packedProviders` packed, with empty sources. */
export function unpackedProviders(packed: string): Provider[] {
  return packed.split('\n').map((line) => {
    const [provider = '', words = '', ...types] = line.split('\t');
    const byName = Object.fromEntries(types.map(unpackedType));
    return { provider, source: '', types: byName, ...(words === '' ? {} : { words: words.split(',') }) };
  });
}

function unpackedType(packed: string): [string, string | CredentialType] {
  const end = packed.search(/[=:]/);
  const rest = packed.slice(end + 1);
  return [packed.slice(0, end), packed[end] === ':' ? (JSON.parse(rest) as CredentialType) : rest];
}

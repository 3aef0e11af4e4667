/** Names parted by `|`, each as prose, keys and code have it, to be looked for: `device id`, `device_id`, `device-id`, `deviceid`. */
export function spellings(names: string): readonly string[] {
  return names
    .split('|')
    .flatMap((name) => (name.includes(' ') ? [' ', '_', '-', ''].map((joint) => name.replaceAll(' ', joint)) : [name]));
}

/** The same as the source of a pattern. */
export function spelled(names: string): string {
  return names.replaceAll(' ', '[ _-]?').replaceAll("'", "['’]");
}

/** Numbers 0 ≤ n < 1. */
export type Next = () => number;

/** Words to choose from, or a maker of values; the argument is what follows the colon in `«name:argument»`. */
export type Slots = Readonly<Record<string, readonly string[] | ((next: Next, argument: string) => string)>>;

export function one<T>(list: readonly T[], next: Next): T {
  return list[Math.floor(next() * list.length)] as T;
}

/** Fills `«name»` and `«name:argument»`. Words may hold slots themselves. An unknown slot is a mistake in the template. */
export function fill(template: string, slots: Slots, next: Next): string {
  return template.replace(/«([a-zA-Z0-9]+)(?::([^»]*))?»/g, (_, name: string, argument = '') => {
    const slot = slots[name];
    if (slot === undefined) throw new Error(`no slot ${name} in ${template}`);
    return typeof slot === 'function' ? slot(next, argument) : fill(one(slot, next), slots, next);
  });
}

/** `count` distinct texts, the templates in turn; fewer when the templates do not give as many. */
export function distinct(templates: readonly string[], slots: Slots, next: Next, count: number): string[] {
  const texts = new Set<string>();
  for (let round = 0; round < count * 20 && texts.size < count; round++) {
    const template = templates[round % templates.length] as string;
    texts.add(fill(template, slots, next));
  }
  return [...texts];
}

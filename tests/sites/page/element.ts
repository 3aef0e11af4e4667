/** The element that `selector` names; its absence is a mistake in a practice page. */
export function element<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** Calls `run` when `wait` ms have passed since the last call. */
export function debounced(wait: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, wait);
  };
}

/** A number from the page's query, so that tests can vary limits and delays. */
export function setting(name: string, otherwise: number): number {
  const value = new URLSearchParams(location.search).get(name);
  return value === null ? otherwise : Number(value);
}

/** What a page knows of the state that it asked for. */
export type Loaded<T> = { readonly kind: 'loading' } | { readonly kind: 'unreachable' } | { readonly kind: 'ready'; readonly value: T };

/** What can be done with a cycle as a whole. */
export type CycleStep =
  | { readonly kind: 'publish'; readonly message: string }
  | { readonly kind: 'open' | 'close' | 'archive' | 'restore' };

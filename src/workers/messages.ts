/** What a pool tells one of its threads: to begin a job, to give the next part of it, or that no further part is wanted. */
export type Order = { readonly job: string; readonly input: unknown } | 'next' | 'leave';

/** What a thread says in return; each order has one reply. */
export type Reply =
  | { readonly kind: 'part'; readonly value: unknown }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: unknown };

/** What a thread says once, when its modules are loaded and it can begin. */
export const READY = 'ready';

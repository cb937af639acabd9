/** An order from a pool to a thread: begin a job, give its next part, or give no further parts. */
export type Order = { readonly job: string; readonly input: unknown } | 'next' | 'leave';

/** The reply of a thread to an order; each order has one. */
export type Reply =
  | { readonly kind: 'part'; readonly value: unknown }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: unknown };

/** The message that a thread sends once its modules are loaded and it can begin. */
export const READY = 'ready';

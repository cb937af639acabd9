/**
 * An order from a pool to a thread: begin a job, go on with it, which takes in a part of its input or makes one of its output, or
 * leave it.
 */
export type Order = { readonly job: string; readonly input: unknown } | { readonly next: unknown } | 'leave';

/** Goes on with a job that takes nothing in, or has all of its input. */
export const NEXT: Order = { next: undefined };

/** The reply of a thread to an order; each order has one. */
export type Reply =
  | { readonly kind: 'part'; readonly value: unknown }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: unknown };

/** The message that a thread sends once its modules are loaded and it can begin. */
export const READY = 'ready';

/**
 * Stands in for @floating-ui/dom, by which Designsystemet places what pops up: the same functions, of which the work is fetched
 * once the reader does something on the page, because nothing pops up before. See vite.config.ts.
 */
import type { Floating, Middleware, Options } from 'virtual:floating';
import { atFirstSign } from '../../data/browser/first-sign.js';

/** A function of the middleware to come, and its options. */
interface Later {
  readonly later: 'flip' | 'limitShift' | 'offset' | 'shift' | 'size';
  readonly options: unknown;
}

let fetched: Promise<Floating> | undefined;

/** Fetches it once; again when that failed, such as without a network. */
function floating(): Promise<Floating> {
  fetched ??= import('virtual:floating').catch((error: unknown) => {
    fetched = undefined;
    throw error;
  });
  return fetched;
}

const fetchAhead = () => void floating().catch(() => undefined);

atFirstSign(fetchAhead);

const later = (name: Later['later']) => (options: unknown) => ({ later: name, options });

export const flip = later('flip');
export const limitShift = later('limitShift');
export const offset = later('offset');
export const shift = later('shift');
export const size = later('size');

const isLater = (value: unknown): value is Later =>
  typeof value === 'object' && value !== null && 'later' in value;

/** What a part of the middleware is, once it is there. */
function made(part: Middleware | Later, lib: Floating): Middleware {
  if (!isLater(part)) return part;
  const { limiter, ...options } = Object(part.options) as { readonly limiter?: Later };
  if (limiter) return lib[part.later]({ ...options, limiter: made(limiter, lib) });
  return lib[part.later](part.options);
}

/** As @floating-ui/dom has it. */
export async function computePosition(
  reference: Element,
  popover: HTMLElement,
  { middleware, ...options }: Options<Middleware | Later>,
): Promise<{ readonly x: number; readonly y: number }> {
  const lib = await floating();
  return lib.computePosition(reference, popover, {
    ...options,
    middleware: middleware.map((part) => made(part, lib)),
  });
}

/** As @floating-ui/dom has it. */
export function autoUpdate(reference: Element, popover: HTMLElement, update: () => void): () => void {
  let isOver = false;
  let end: (() => void) | undefined;
  void floating()
    .then((lib) => {
      if (!isOver) end = lib.autoUpdate(reference, popover, update);
    })
    // Without it, what pops up stands where the browser puts it.
    .catch(() => undefined);
  return () => {
    isOver = true;
    end?.();
  };
}

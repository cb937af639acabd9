import type { Scale } from './scale.js';

/** A place on the scale as a style sheet takes it, so that paper of another width shows the same. */
export function percent({ width }: Scale, pixels: number): string {
  return `${((pixels / width) * 100).toFixed(3)}%`;
}

/** Where a section of the list is in the window, in pixels from its top. */
export interface SectionPlace {
  /** `YYYY-MM` */
  readonly month: string;
  readonly top: number;
}

interface Window {
  /** The lower edge of what stands at the top of the window. */
  readonly line: number;
  readonly height: number;
  /** Whether the page is scrolled to its end. */
  readonly isAtEnd: boolean;
  /** The month that the reader went to last. */
  readonly goal: string | null;
}

/**
 * The month that is read: of the last section that begins above the line, else of the first. At its end the page cannot be
 * scrolled further: there it is the month that the reader went to, if it is in the window. Sections are in order.
 */
export function monthInView(
  sections: readonly SectionPlace[],
  { line, height, isAtEnd, goal }: Window,
): string | null {
  const reached = isAtEnd ? sections.find(({ month, top }) => month === goal && top < height) : undefined;
  const read = reached ?? sections.findLast(({ top }) => top <= line) ?? sections[0];
  return read?.month ?? null;
}

/** The sizes of paper that posters come in. */
export const PAPERS = ['a4', 'a3', 'a1'] as const;

export type Paper = (typeof PAPERS)[number];

/** A sheet of paper in PostScript points, upright. */
export const PAPER_SIZES: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 595.28, height: 841.89 },
  a3: { width: 841.89, height: 1190.55 },
  a1: { width: 1683.78, height: 2383.94 },
};

/**
 * The layout of a wheel on each paper size, with its smallest letters. On a larger paper, which is read from further
 * away, the drawing's units are points of a smaller paper, enlarged.
 */
export const WHEEL_LAYOUTS: Readonly<
  Record<Paper, { readonly enlarged: number; readonly margin: number; readonly smallest: number }>
> = {
  a4: { enlarged: 1, margin: 32, smallest: 7 },
  a3: { enlarged: 1, margin: 42, smallest: 8 },
  a1: { enlarged: 2, margin: 42, smallest: 4 * Math.SQRT2 },
};

/** The sizes of paper that posters come in. */
export const PAPERS = ['a4', 'a3', 'a1'] as const;

export type Paper = (typeof PAPERS)[number];

/** A sheet of paper in PostScript points, upright. */
export const PAPER_SIZES: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 595.28, height: 841.89 },
  a3: { width: 841.89, height: 1190.55 },
  a1: { width: 1683.78, height: 2383.94 },
};

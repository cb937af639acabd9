import type { PosterFormat } from '../exchange/formats.js';
import type { Grouping } from '../wheel/wheel-of-tasks.js';
import type { Paper } from './paper.js';

export const POSTER_CONTENTS = ['wheel', 'list'] as const;
/** What a wheel says of the tasks that it has no room to name: how many they are, or besides which, under it. */
export const UNNAMED = ['counted', 'listed'] as const;
export const POSTER_THEMES = ['light', 'dark', 'print'] as const;

/** Which poster to make. */
export interface PosterOrder {
  readonly content: (typeof POSTER_CONTENTS)[number];
  readonly format: PosterFormat;
  readonly paper: Paper;
  readonly theme: (typeof POSTER_THEMES)[number];
  readonly rings: Grouping;
  readonly unnamed: (typeof UNNAMED)[number];
}

import { POSTER_FORMATS } from '../poster/poster-order.js';

/** What `arshjul generate` writes. */
export const FILE_FORMATS = ['ics', 'json', 'csv', 'xlsx', ...POSTER_FORMATS] as const;

/** The properties of a file format. */
interface FormatFacts {
  readonly mediaType: string;
  /** What a file holds: a whole cycle, its calendar, a table of its tasks, or a drawing of them. */
  readonly holds: 'cycle' | 'calendar' | 'table' | 'poster';
  /** Whether tasks are read from files of it. */
  readonly isImported: boolean;
}

/** Every format that årshjul are written in, by the ending of its files, in the order in which they are named. */
export const FORMATS = {
  ics: { mediaType: 'text/calendar; charset=utf-8', holds: 'calendar', isImported: true },
  json: { mediaType: 'application/json; charset=utf-8', holds: 'cycle', isImported: false },
  csv: { mediaType: 'text/csv; charset=utf-8', holds: 'table', isImported: true },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    holds: 'table',
    isImported: true,
  },
  svg: { mediaType: 'image/svg+xml', holds: 'poster', isImported: false },
  png: { mediaType: 'image/png', holds: 'poster', isImported: false },
  pdf: { mediaType: 'application/pdf', holds: 'poster', isImported: false },
} as const satisfies Readonly<Record<string, FormatFacts>>;

export type Format = keyof typeof FORMATS;

type FormatWith<Facts extends Partial<FormatFacts>> = {
  [Each in Format]: (typeof FORMATS)[Each] extends Facts ? Each : never;
}[Format];

export type TableFormat = FormatWith<{ readonly holds: 'table' }>;
export type ImportTableFormat = FormatWith<{ readonly holds: 'table'; readonly isImported: true }>;
export type PosterFormat = FormatWith<{ readonly holds: 'poster' }>;
export type ImportFormat = FormatWith<{ readonly isImported: true }>;

/** The formats that `arshjul generate` writes. */
export const FILE_FORMATS = Object.keys(FORMATS) as readonly Format[];

const holding = (holds: FormatFacts['holds']) =>
  FILE_FORMATS.filter((format) => FORMATS[format].holds === holds);

/** The formats in which tables are written. */
export const TABLE_FORMATS = holding('table') as readonly TableFormat[];

/** The formats from which tables are read. */
export const IMPORT_TABLE_FORMATS = TABLE_FORMATS.filter(
  (format) => FORMATS[format].isImported,
) as readonly ImportTableFormat[];

/** The formats in which posters are drawn. */
export const POSTER_FORMATS = holding('poster') as readonly PosterFormat[];

/** The formats from which tasks are imported. */
export const IMPORT_FORMATS = FILE_FORMATS.filter(
  (format) => FORMATS[format].isImported,
) as readonly ImportFormat[];

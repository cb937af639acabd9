/** How much of a file is read; what people have stays far below, what is above would hold up others. */

/** Of a file that is sent as Base64, which makes 4 MB of it. */
export const FILE_BYTES = 3_000_000;

/** Of a skolerute as CSV or iCalendar; one has a few kB. */
export const SKOLERUTE_BYTES = 1_000_000;

/** Of a skolerute as a text that people paste: a whole page around it has some thousand characters. */
export const PASTED_LENGTH = 50_000;
export const PASTED_LINES = 1_000;

/** For a skolerute as YAML, which is slow to parse. */
export const YAML_BYTES = 200_000;

/** For aliases in YAML, each counted with everything that it expands to. */
export const YAML_ALIASES = 100;
export const YAML_DEPTH = 20;

/** Of a table: a county's plan has some hundred rows, a county's people some thousand. */
export const TABLE_ROWS = 5_000;
export const TABLE_COLUMNS = 200;

/** Of one cell: as much as one of Excel holds. */
export const CELL_LENGTH = 32_767;

/** Of all texts that are read from a file, in characters: what is packed or repeated is short in the file itself. */
export const TEXT_LENGTH = 5_000_000;

/** Of an Excel file, which is a zip of XML. */
export const ZIP_ENTRIES = 1_000;
export const UNPACKED_BYTES = 32_000_000;

/** Of a sheet, empty ones counted: the reader makes every place from the first cell to the last row and column. */
export const SHEET_ROWS = 20_000;
export const SHEET_CELLS = 1_000_000;

/** Of a calendar: its events with their alarms and time zones, and the events with all repetitions in a school year. */
export const CALENDAR_COMPONENTS = 20_000;
export const CALENDAR_EVENTS = 5_000;
export const CALENDAR_DEPTH = 10;

/** Of a calendar: the time zones that it names without defining them. */
export const CALENDAR_ZONES = 50;

/** Of a cycle as JSON: one of 5,000 tasks with some years of history has some 40 MB. */
export const DOCUMENT_BYTES = 64_000_000;
export const DOCUMENT_DEPTH = 40;

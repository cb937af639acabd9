/** The text of a key such as `weekday.mon` with `{{name}}` replaced by values; throws RangeError when the key is missing. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

import type { Json } from './differences.js';

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a part of a preview tells of nothing but links: of a field, of its change in words, or of a task with only that. */
function isOfLinks(value: Json): boolean {
  if (value === 'links') return true;
  if (!isObject(value)) return false;
  const { field, fields } = value;
  return field === 'links' || (Array.isArray(fields) && fields.length > 0 && fields.every(isOfLinks));
}

/**
 * A value without the links of tasks, and without what a preview says of them. Tasks that are generated link to the law and the
 * authorities of today, and no longer to the addresses of 2015, which the framework's pages keep: decision 26.
 */
export function withoutLinks(value: Json): Json {
  if (Array.isArray(value)) return value.filter((each: Json) => !isOfLinks(each)).map(withoutLinks);
  if (!isObject(value)) return value;
  const parts = Object.entries(value).filter(([key]) => key !== 'links');
  return Object.fromEntries(parts.map(([key, part]) => [key, withoutLinks(part)]));
}

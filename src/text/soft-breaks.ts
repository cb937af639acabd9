/**
 * JSON in which texts break their lines with a line feed alone. Word and Outlook paste a vertical tab, and some programs a
 * form feed, for a line break within a paragraph; both are control characters, which no text of ours holds.
 */
export function withLineFeeds(json: string): string {
  if (!/\\(?:f|u000[bc])/i.test(json)) return json;
  return json.replace(/(?<!\\)((?:\\\\)*)\\(?:f|u000[bBcC])/g, '$1\\n');
}

/**
 * Text that is valid in a calendar: line breaks as LF, no control characters except tab and LF, no lone surrogates
 * (ICAL.md I2; RFC 5545 3.1 and 3.3.11 have no way to write them).
 */
export function contentText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .toWellFormed()
  );
}

/** The longest content line, in octets of UTF-8 without its line end (RFC 5545 3.1). */
const LONGEST = 75;

/**
 * Folds content lines at 75 octets, never inside a character (RFC 5545 3.1; ICAL.md I1). The lines end with CRLF.
 * ical-generator's own folding encodes every character separately, which takes six sevenths of its time.
 */
export function foldLines(text: string): string {
  return text.split('\r\n').map(folded).join('\r\n');
}

function folded(line: string): string {
  // A character of UTF-16 takes three octets at most.
  if (line.length * 3 <= LONGEST || Buffer.byteLength(line) <= LONGEST) return line;
  const parts: string[] = [];
  let from = 0;
  let octets = 0;
  for (let at = 0; at < line.length; ) {
    const point = line.codePointAt(at) as number;
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    // The space that begins a continuation counts.
    if (octets + size > (from === 0 ? LONGEST : LONGEST - 1)) {
      parts.push(line.slice(from, at));
      from = at;
      octets = 0;
    }
    octets += size;
    at += point < 0x10000 ? 1 : 2;
  }
  parts.push(line.slice(from));
  return parts.join('\r\n ');
}

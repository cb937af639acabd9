import type { MeasureText } from '../wheel/drawing.js';
import type { LineSetting } from '../wheel/shorten.js';

/** How a text is set in lines. */
export interface TextSetting extends LineSetting {
  /** What is more ends with an ellipsis. */
  readonly maxLines: number;
}

/** Breaks a text into lines no wider than asked for: between words, and within a word that alone is wider. */
export function linesOf(
  text: string,
  { width, size, weight, maxLines }: TextSetting,
  measure: MeasureText,
): string[] {
  const fits = (line: string) => measure(line, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (!fits(line) && lines.length <= maxLines) {
      const head = longestFitting(line, fits);
      lines.push(head);
      line = line.slice(head.length);
    }
    if (lines.length > maxLines) break;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines - 1), shortened(lines[maxLines - 1] as string, fits)];
}

/** The text in one line, ending with an ellipsis where it is too wide. */
export function lineOf(text: string, setting: LineSetting, measure: MeasureText): string {
  return linesOf(text, { ...setting, maxLines: 1 }, measure)[0] ?? '';
}

/** The longest beginning that fits; at least one character, so that breaking a text always ends. */
function longestFitting(text: string, fits: (text: string) => boolean): string {
  const characters = [...text];
  let [low, high] = [1, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(characters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join('');
}

function shortened(line: string, fits: (text: string) => boolean): string {
  return `${longestFitting(line, (text) => fits(`${text}…`)).trimEnd()}…`;
}

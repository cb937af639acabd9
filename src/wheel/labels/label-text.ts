import type { Colour, MeasureText, Weight } from '../drawing.js';

/** A stretch of a label that looks the same throughout: its date, its name. */
export interface LabelPart {
  readonly text: string;
  readonly weight: Weight;
  readonly colour: Colour;
  readonly href?: string;
}

/** A part of a label, or as much of it as is in one line, with its width. */
export interface LinePart extends LabelPart {
  readonly width: number;
}

export interface LabelLine {
  readonly parts: readonly LinePart[];
  readonly width: number;
}

interface Word {
  readonly text: string;
  readonly part: LabelPart;
  /** The space before it, where it does not begin a line; 0 within a word that may be parted at a hyphen. */
  readonly space: number;
  readonly width: number;
}

/** More lines than this are a paragraph, not a name. */
export const MOST_LINES = 3;

/** Between the date and the name, in letter heights. */
const PART_GAP = 0.32;

/** Between words, and after a hyphen or a slash within one. */
const BREAKS = /\s+|(?<=\p{L}[-–/])(?=\p{L})/u;

/**
 * The text of a label, to be set whole in one to three lines: it is broken between words and never shortened. Widths
 * are measured once, so that how many lines it takes can be asked for every place on a drawing.
 */
export class LabelText {
  readonly #words: readonly Word[];
  readonly #gap: number;
  readonly #narrowest: number[] = [];

  constructor(parts: readonly LabelPart[], size: number, measure: MeasureText) {
    this.#gap = PART_GAP * size;
    this.#words = parts.flatMap((part, index) =>
      wordsOf(part, index === 0, { size, gap: this.#gap, measure }),
    );
  }

  /** In how few lines it fits into a width; undefined when it does not fit into three. */
  linesWithin(width: number): number | undefined {
    for (let lines = 1; lines <= MOST_LINES; lines += 1) if (this.narrowest(lines) <= width) return lines;
    return undefined;
  }

  /** The least width at which it can be set in so many lines. */
  narrowest(lines: number): number {
    this.#narrowest[lines] ??= this.#widest(this.#breaks(lines));
    return this.#narrowest[lines] as number;
  }

  /** The text in so many lines, as even as they can be. */
  inLines(lines: number): LabelLine[] {
    const breaks = this.#breaks(lines);
    return breaks.map((from, index) => this.#line(from, breaks[index + 1] ?? this.#words.length));
  }

  /** With which words its lines begin, so that the widest line is as narrow as it can be. */
  #breaks(lines: number): number[] {
    const count = this.#words.length;
    let [best, least]: [number[], number] = [[0], this.#widthOf(0, count)];
    const consider = (breaks: number[]) => {
      const widest = this.#widest(breaks);
      if (widest < least - 1e-9) [best, least] = [breaks, widest];
    };
    if (lines >= 2) for (let second = 1; second < count; second += 1) consider([0, second]);
    if (lines >= 3)
      for (let second = 1; second < count - 1; second += 1)
        for (let third = second + 1; third < count; third += 1) consider([0, second, third]);
    return best;
  }

  #widest(breaks: readonly number[]): number {
    let widest = 0;
    for (const [index, from] of breaks.entries())
      widest = Math.max(widest, this.#widthOf(from, breaks[index + 1] ?? this.#words.length));
    return widest;
  }

  #widthOf(from: number, to: number): number {
    let width = 0;
    for (let index = from; index < to; index += 1) {
      const word = this.#words[index] as Word;
      width += word.width + (index === from ? 0 : word.space);
    }
    return width;
  }

  #line(from: number, to: number): LabelLine {
    const parts: LinePart[] = [];
    for (let index = from; index < to; index += 1) {
      const { text, part, space, width } = this.#words[index] as Word;
      const before = parts.at(-1);
      if (before?.colour === part.colour && before.weight === part.weight)
        parts[parts.length - 1] = {
          ...before,
          text: `${before.text}${space > 0 ? ' ' : ''}${text}`,
          width: before.width + space + width,
        };
      else parts.push({ ...part, text, width });
    }
    return { parts, width: this.#widthOf(from, to) };
  }
}

function wordsOf(
  part: LabelPart,
  isFirstPart: boolean,
  { size, gap, measure }: { readonly size: number; readonly gap: number; readonly measure: MeasureText },
): Word[] {
  const space = measure(' ', size, part.weight);
  let at = 0;
  return part.text
    .trim()
    .split(BREAKS)
    .filter((text) => text !== '')
    .map((text, index) => {
      const start = part.text.indexOf(text, at);
      const isParted = start > at || index === 0;
      at = start + text.length;
      return {
        text,
        part,
        space: index === 0 ? (isFirstPart ? 0 : gap) : isParted ? space : 0,
        width: measure(text, size, part.weight),
      };
    });
}

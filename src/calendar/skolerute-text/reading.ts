import type { Findings } from './findings.js';
import type { FoundPart, TextMark, TextRemark } from './part.js';
import type { PlainLine } from './plain-lines.js';
import type { Statement } from './statements.js';

/** A statement of a line with what it gives. */
export interface Reading {
  readonly statement: Statement;
  readonly findings: Findings;
}

/** What is to be said of a line. */
export interface LineNote {
  readonly line: PlainLine;
  readonly found?: FoundPart;
  readonly marks: readonly TextMark[];
  readonly remarks: readonly TextRemark[];
}

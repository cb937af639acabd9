import type { IsoDate } from '../calendar/iso-date.js';
import { dataReport, type ReportTable } from '../datafiles/data-report.js';
import { countsOf, loadKnowledge } from '../datafiles/knowledge.js';
import type { Output } from './output.js';

/** `arshjul check-data`: validates all of data/ and prints a count per kind, then what is known of skoleruter, dates and templates. */
export function checkDataCommand(options: { readonly data?: string }, today: IsoDate, output: Output): void {
  const knowledge = loadKnowledge(options.data);
  const counts = Object.entries(countsOf(knowledge));
  const width = Math.max(...counts.map(([kind]) => kind.length));
  for (const [kind, count] of counts) output.out(`${kind.padEnd(width)}  ${String(count).padStart(4)}\n`);
  for (const table of dataReport(knowledge, today)) output.out(`\n${textOf(table)}`);
}

/** A table with its columns aligned. */
function textOf({ title, columns, rows }: ReportTable): string {
  if (rows.length === 0) return `${title}: none\n`;
  const lines = [['', ...columns], ...rows];
  const widths = ['', ...columns].map((_, at) => Math.max(...lines.map((cells) => (cells[at] ?? '').length)));
  const aligned = lines.map((cells) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${title}\n${aligned.join('\n')}\n`;
}

import { type Knowledge, wordingsOf } from '../datafiles/knowledge.js';
import type { ImportTableFormat, TableFormat } from '../exchange/formats.js';
import { type ImportFile, readImportFile } from '../exchange/import-file.js';
import { documentParts, type SentDocument } from '../exchange/read-cycle-document.js';
import { readTable } from '../exchange/table.js';
import type { TableField } from '../exchange/table-events.js';
import { renderTable } from '../exchange/task-table.js';
import type { Language } from '../language/text.js';
import { renderPoster } from '../poster/poster.js';
import { type PosterData, subjectOf } from '../poster/poster-data.js';
import type { PosterOrder } from '../poster/poster-order.js';
import { readUpload, type SkoleruteFile } from '../school-years/uploaded-skolerute.js';
import type { Task } from '../task/task.js';
import { readOrRefuse, readPartsOrRefuse } from './file-refusal.js';

/** A table of tasks, the tasks as JSON. */
interface TableOrder {
  readonly format: TableFormat;
  readonly tasks: string;
  readonly language: Language;
}

/** The jobs that threads run for the service, by name; each depends only on its input and the data folder. */
export function jobsWith(knowledge: Knowledge) {
  const wordings = wordingsOf(knowledge);
  const namesOf = (field: TableField) => Object.values(wordings).map(({ t }) => t(`column.${field}`));
  return {
    'import-file': (file: ImportFile) => readOrRefuse(() => readImportFile(file, namesOf)),
    table: ({ format, bytes }: { readonly format: ImportTableFormat; readonly bytes: Uint8Array }) =>
      readOrRefuse(() => readTable(format, bytes)),
    skolerute: (file: SkoleruteFile) => readOrRefuse(() => readUpload(file, knowledge)),
    'cycle-document': (sent: SentDocument) =>
      readPartsOrRefuse(() =>
        documentParts(sent, {
          wording: wordings[sent.language],
          counties: knowledge.counties.map(({ number }) => number),
          partners: knowledge.framework.partners.map(({ id }) => id),
        }),
      ),
    'task-table': ({ format, tasks, language }: TableOrder): string | Promise<Buffer> => {
      return renderTable(format, JSON.parse(tasks) as Task[], wordings[language]);
    },
    poster: ({ order, data }: { readonly order: PosterOrder; readonly data: PosterData }) =>
      renderPoster(order, subjectOf(data, knowledge.framework, wordings[data.language])),
  };
}

export type Jobs = ReturnType<typeof jobsWith>;

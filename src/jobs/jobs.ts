import { type EntryTexts, entriesFrom } from '../cycle/cycle-entries.js';
import { seenTasks } from '../cycle/view/seen-tasks.js';
import { type Knowledge, wordingsOf } from '../datafiles/knowledge.js';
import type { ImportTableFormat } from '../exchange/formats.js';
import { type ImportFile, readImportFile } from '../exchange/import-file.js';
import { documentParts, type SentDocument } from '../exchange/read-cycle-document.js';
import { readTable } from '../exchange/table.js';
import type { TableField } from '../exchange/table-events.js';
import { renderTable, type TableOrder } from '../exchange/task-table.js';
import { CycleDocumentWriter, type DocumentSource, weakEtagOf } from '../exchange/write-cycle-document.js';
import { renderPoster } from '../poster/poster.js';
import { type PosterSource, type PosterView, subjectOf } from '../poster/poster-data.js';
import type { PosterOrder } from '../poster/poster-order.js';
import type { JsonBytes } from '../routing/route.js';
import { readUpload, type SkoleruteFile } from '../school-years/uploaded-skolerute.js';
import { handingOver } from '../workers/serve-jobs.js';
import { readOrRefuse, readPartsOrRefuse } from './file-refusal.js';

interface WritingOrder {
  readonly order: TableOrder;
  readonly entries: EntryTexts;
}

interface DrawingOrder {
  readonly order: PosterOrder;
  readonly view: PosterView;
  readonly source: PosterSource;
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
    'written-document': async function* (): AsyncGenerator<undefined, JsonBytes, DocumentSource | undefined> {
      const writer = new CycleDocumentWriter();
      for (let part = yield; part; part = yield) writer.take(part);
      const bytes = writer.end();
      return handingOver({ bytes, etag: weakEtagOf(bytes) }, bytes.buffer);
    },
    'task-table': ({ order, entries }: WritingOrder): string | Promise<Buffer> => {
      const { format, query, language, viewer } = order;
      const seen = seenTasks(entriesFrom(entries), query, language, viewer);
      return renderTable(
        format,
        seen.map(({ task }) => task),
        wordings[language],
      );
    },
    poster: ({ order, view, source }: DrawingOrder) =>
      renderPoster(order, subjectOf(view, source, knowledge.framework, wordings[view.language])),
  };
}

export type Jobs = ReturnType<typeof jobsWith>;

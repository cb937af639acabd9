import { useMutation } from '@tanstack/react-query';
import type { ImportDefaults } from '../../../../../exchange/import-plan.js';
import type { ImportView } from '../../../../../exchange/import-view.js';
import type { Mapping } from '../../../../../exchange/table-events.js';
import { base64Of } from '../../../data/api/base64.js';
import { call } from '../../../data/api/call.js';
import { ApiProblem } from '../../../data/api/problem.js';
import { useRefreshCycle } from '../../../data/cycle/task-changes.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** A file to import, and how. */
export interface ImportOrder {
  readonly format: 'ics' | 'csv' | 'xlsx';
  /** Its bytes as Base64. */
  readonly content: string;
  /** Without a mapping, the columns are recognised by their names. */
  readonly mapping?: Mapping;
  readonly defaults: ImportDefaults;
  readonly restoreDeleted: boolean;
}

/** The preview of a file: the outcome of its rows, or the columns to choose from. */
export type Previewed =
  | { readonly kind: 'rows'; readonly view: ImportView }
  | { readonly kind: 'unmapped'; readonly columns: readonly string[]; readonly mapping: Mapping };

/** Default values for what the file does not say. */
export const DEFAULTS: ImportDefaults = {
  kind: 'activity',
  phase: 'pa-tvers-av-faser',
  category: 'koordinering',
  actor: 'school-owner',
  partners: [],
};

/** Reads a chosen file. */
export async function readFile(file: File): Promise<Pick<ImportOrder, 'format' | 'content'>> {
  const ending = /\.(ics|xlsx)$/i.exec(file.name)?.[1]?.toLowerCase();
  return { format: (ending ?? 'csv') as ImportOrder['format'], content: await base64Of(file) };
}

/** Previews the import of a file; changes nothing. */
export function useImportPreview(cycleId: string) {
  const { language } = useTexts();
  return useMutation({
    mutationFn: async (order: ImportOrder): Promise<Previewed> => {
      try {
        const view = await call('POST /api/cycles/{id}/import', {
          params: { id: cycleId },
          query: { preview: 'true' },
          body: order,
          language,
        });
        return { kind: 'rows', view };
      } catch (error) {
        const columns = error instanceof ApiProblem ? error.further.columns : undefined;
        if (!Array.isArray(columns)) throw error;
        const mapping = ((error as ApiProblem).further.mapping ?? {}) as Mapping;
        return { kind: 'unmapped', columns, mapping };
      }
    },
  });
}

/** Imports exactly what was previewed. */
export function useImport(cycleId: string) {
  const { language } = useTexts();
  const refresh = useRefreshCycle(cycleId);
  return useMutation({
    mutationFn: ({ order, token }: { readonly order: ImportOrder; readonly token: string }) =>
      call('POST /api/cycles/{id}/import', {
        params: { id: cycleId },
        body: { ...order, token },
        language,
      }),
    onSettled: refresh,
  });
}

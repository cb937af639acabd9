import { Alert, Button, Paragraph, Spinner } from '@digdir/designsystemet-react';
import { ApiProblem } from '../../data/api/problem.js';
import { tooLargeText } from '../../data/api/too-large-text.js';
import { useTexts } from '../../data/language/use-texts.js';
import { DialogActions, DialogContent, TitledDialog } from '../dialog/titled-dialog.js';
import { FileField } from '../field/file-field.js';
import styles from './import-dialog.module.css';
import { ImportPreview } from './import-preview.js';
import { type TableImport, type TableRow, useImport, usePreview } from './table-import.js';

interface ImportDialogProps<R extends TableRow> {
  readonly table: TableImport<R>;
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
}

/** Imports a table from a file: previews each row, and adds the new ones after confirmation. */
export function ImportDialog<R extends TableRow>({ table, onClose, onDone }: ImportDialogProps<R>) {
  const { t, language } = useTexts();
  const { texts } = table;
  const preview = usePreview(table);
  const confirm = useImport(table);
  const error = preview.error ?? confirm.error;
  const choose = (chosen: File) => {
    confirm.reset();
    preview.mutate(chosen);
  };
  /** What to say of a file that was not taken. */
  const refusalText = (refused: Error) => {
    if (refused instanceof ApiProblem && refused.status === 413) return tooLargeText(refused, language, t);
    if (refused instanceof ApiProblem && refused.status === 400) return texts.unreadable;
    return t('work.table.failed');
  };
  const countNew = (rows: readonly TableRow[]) => rows.filter(({ outcome }) => outcome === 'new').length;
  const added = countNew(preview.data?.rows ?? []);
  return (
    <TitledDialog title={texts.title} className={styles.dialog} onClose={onClose}>
      {(close) => (
        <DialogContent>
          <FileField
            label={t('work.table.file')}
            description={texts.fileHelp}
            accept=".csv,.xlsx"
            onChoose={choose}
          />
          {preview.isPending && <Spinner aria-label={t('ui.state.loading')} />}
          {error && (
            <Alert data-color="danger" role="alert">
              {refusalText(error)}
            </Alert>
          )}
          {preview.data && (
            <>
              <ImportPreview table={table} file={preview.data.file.name} rows={preview.data.rows} />
              {added === 0 && <Paragraph>{texts.nothingNew}</Paragraph>}
            </>
          )}
          <DialogActions>
            {preview.data && added > 0 && (
              <Button
                loading={confirm.isPending}
                onClick={() =>
                  confirm.mutate(preview.data.file, {
                    onSuccess: (rows) => {
                      onDone(texts.done(countNew(rows)));
                      close();
                    },
                  })
                }
              >
                {texts.confirm(added)}
              </Button>
            )}
            <Button variant="secondary" onClick={close}>
              {t('work.table.cancel')}
            </Button>
          </DialogActions>
        </DialogContent>
      )}
    </TitledDialog>
  );
}

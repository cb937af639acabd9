import { Alert, Button, Dialog, Heading, Paragraph, Spinner, Textfield } from '@digdir/designsystemet-react';
import { useId, useRef } from 'react';
import { ApiProblem } from '../api/problem.js';
import { useTexts } from '../language/use-texts.js';
import styles from './import-dialog.module.css';
import { ImportPreview } from './import-preview.js';
import { type Partner, useImport, usePreview } from './units.js';

interface ImportDialogProps {
  readonly county: string;
  readonly partners: readonly Partner[];
  readonly onClose: () => void;
  readonly onDone: (news: string) => void;
}

/** Takes units from a file: shows first what would become of each row, and adds the new ones when that is confirmed. */
export function ImportDialog({ county, partners, onClose, onDone }: ImportDialogProps) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const preview = usePreview(county);
  const confirm = useImport(county);
  const error = preview.error ?? confirm.error;
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    confirm.reset();
    preview.mutate(chosen);
  };
  const added = preview.data?.rows.filter(({ outcome }) => outcome === 'new').length ?? 0;
  return (
    <Dialog
      ref={dialog}
      open
      closedby="closerequest"
      className={styles.dialog}
      closeButton={t('ui.close')}
      onClose={onClose}
      aria-labelledby={title}
    >
      <Heading level={2} data-size="sm" id={title}>
        {t('work.units.import.title')}
      </Heading>
      <div className={styles.content}>
        <Textfield
          type="file"
          accept=".csv,.xlsx"
          label={t('work.units.import.file')}
          description={t('work.units.import.file-help')}
          // The same file, mended, can be chosen again.
          onClick={(event) => {
            event.currentTarget.value = '';
          }}
          onChange={(event) => choose((event.target as HTMLInputElement).files?.[0])}
        />
        {preview.isPending && <Spinner aria-label={t('ui.state.loading')} />}
        {error && (
          <Alert data-color="danger" role="alert">
            {t(`work.units.import.${refusalOf(error)}`)}
          </Alert>
        )}
        {preview.data && (
          <>
            <ImportPreview file={preview.data.file.name} rows={preview.data.rows} partners={partners} />
            {added === 0 && <Paragraph>{t('work.units.import.nothing-new')}</Paragraph>}
          </>
        )}
        <div className={styles.actions}>
          {preview.data && added > 0 && (
            <Button
              loading={confirm.isPending}
              onClick={() =>
                confirm.mutate(preview.data.file, {
                  onSuccess: (rows) => {
                    const count = rows.filter(({ outcome }) => outcome === 'new').length;
                    onDone(t('work.units.import.done', { count }));
                    dialog.current?.close();
                  },
                })
              }
            >
              {t('work.units.import.confirm', { count: added })}
            </Button>
          )}
          <Button variant="secondary" onClick={() => dialog.current?.close()}>
            {t('work.units.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** What to say of a file that was not taken. */
function refusalOf(error: Error): 'unreadable' | 'too-large' | 'failed' {
  const status = error instanceof ApiProblem ? error.status : 0;
  if (status === 413) return 'too-large';
  return status === 400 ? 'unreadable' : 'failed';
}

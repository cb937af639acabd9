import { Alert, Button, Checkbox, Paragraph, Spinner } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { countyOfCycle } from '../../../../../cycle/cycle-id.js';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { Mapping } from '../../../../../exchange/table-events.js';
import type { Translate } from '../../../../../language/translate.js';
import { viewPath } from '../../../data/address/views.js';
import { failureText } from '../../../data/api/failure-text.js';
import { ApiProblem } from '../../../data/api/problem.js';
import { tooLargeText } from '../../../data/api/too-large-text.js';
import { useCycleView } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { FileField } from '../../../ui/field/file-field.js';
import { StatusRegion } from '../../../ui/notice/status-region.js';
import { CycleHead } from '../../../ui/page/cycle-head.js';
import { Guarded } from '../../../ui/page/guarded.js';
import { Failure, Loading } from '../../../ui/page/states.js';
import { DefaultChoices } from './default-choices.js';
import styles from './import-page.module.css';
import { ImportRows } from './import-rows.js';
import {
  DEFAULTS,
  type ImportOrder,
  type Previewed,
  readFile,
  useImport,
  useImportPreview,
} from './importing.js';
import { MappingChoices } from './mapping-choices.js';

/** Imports tasks from a calendar or a table: the columns are mapped, the rows are reviewed, then they are imported. */
export default function ImportPage({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTexts();
  return (
    <Guarded title={t('work.importing.title')} least="unit-coordinator" county={countyOfCycle(cycleId)}>
      {() => <Importing cycleId={cycleId} />}
    </Guarded>
  );
}

function Importing({ cycleId }: { readonly cycleId: string }) {
  const view = useCycleView(cycleId);
  if (view.isLoadingError)
    return <Failure error={view.error} onRetry={() => void view.refetch()} level={1} />;
  return view.data ? <ImportSteps cycleView={view.data} /> : <Loading />;
}

function ImportSteps({ cycleView }: { readonly cycleView: CycleView }) {
  const { t, language } = useTexts();
  const { id } = cycleView.cycle;
  const [file, setFile] = useState<{ readonly name: string; readonly order: ImportOrder } | null>(null);
  // The previous preview, shown while the file is read again after a choice.
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const preview = useImportPreview(id);
  const confirm = useImport(id);
  const look = (name: string, order: ImportOrder) => {
    setFile({ name, order });
    confirm.reset();
    preview.mutate(order, { onSuccess: setPreviewed });
  };
  const choose = async (chosen: File) => {
    setPreviewed(null);
    const { defaults, restoreDeleted } = file?.order ?? { defaults: DEFAULTS, restoreDeleted: false };
    look(chosen.name, { ...(await readFile(chosen)), defaults, restoreDeleted });
  };
  const change = (part: Partial<ImportOrder>) => file && look(file.name, { ...file.order, ...part });
  const rows = previewed?.kind === 'rows' ? previewed.view : null;
  const columns = previewed?.kind === 'unmapped' ? previewed.columns : (rows?.columns ?? []);
  const mapping: Mapping = previewed?.kind === 'unmapped' ? previewed.mapping : (rows?.mapping ?? {});
  const written = rows ? rows.counts.new + rows.counts.changed : 0;
  const error = preview.error ?? confirm.error;
  return (
    <article className={styles.page}>
      <CycleHead cycleView={cycleView} title={t('work.importing.title')} lead={t('work.importing.lead')} />
      <FileField
        label={t('work.importing.file')}
        description={t('work.importing.file-help')}
        accept=".ics,.csv,.xlsx"
        className={styles.file}
        onChoose={(chosen) => void choose(chosen)}
      />
      {preview.isPending && !previewed && <Spinner aria-label={t('ui.state.loading')} />}
      {error && (
        <Alert data-color="danger" role="alert">
          {refusalText(error, language, t)}
        </Alert>
      )}
      {file && columns.length > 0 && (
        <MappingChoices
          columns={columns}
          mapping={mapping}
          isNeeded={previewed?.kind === 'unmapped'}
          onMap={(next) => change({ mapping: next })}
        />
      )}
      {file && rows && !confirm.data && (
        <div className={styles.rows} aria-busy={preview.isPending}>
          <DefaultChoices
            vocabulary={cycleView.vocabulary}
            defaults={file.order.defaults}
            onChoose={(defaults) => change({ defaults })}
          />
          {rows.counts.deleted + (file.order.restoreDeleted ? 1 : 0) > 0 && (
            <Checkbox
              label={t('work.importing.restore-deleted')}
              checked={file.order.restoreDeleted}
              onChange={(event) => change({ restoreDeleted: event.target.checked })}
            />
          )}
          <ImportRows file={file.name} view={rows} />
          {written === 0 ? (
            <Paragraph>{t('work.importing.nothing-new')}</Paragraph>
          ) : (
            <Button
              className={styles.confirm}
              loading={confirm.isPending}
              disabled={!preview.isSuccess}
              onClick={() => confirm.mutate({ order: file.order, token: rows.token ?? '' })}
            >
              {t('work.importing.confirm', { count: written })}
            </Button>
          )}
        </div>
      )}
      <StatusRegion>
        {confirm.data && (
          <Alert data-color="success">
            <Paragraph>
              {t('work.importing.done', {
                added: confirm.data.counts.new,
                changed: confirm.data.counts.changed,
              })}{' '}
              <Link href={viewPath(id, 'agenda')}>{t('work.importing.to-list')}</Link>
            </Paragraph>
          </Alert>
        )}
      </StatusRegion>
    </article>
  );
}

/** Why a file was not read or not imported. */
function refusalText(error: Error, language: string, t: Translate): string {
  if (error instanceof ApiProblem && error.status === 413) return tooLargeText(error, language, t);
  const status = error instanceof ApiProblem ? error.status : 0;
  if (status === 400) return t('work.importing.unreadable');
  return status === 409 ? t('work.importing.moved-on') : failureText(error, t);
}

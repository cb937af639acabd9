import { Button } from '@digdir/designsystemet-react';
import { FileImportIcon, PlusIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { Unit } from '../../../../units/unit.js';
import { together } from '../../data/api/together.js';
import { usePartners, useUnits } from '../../data/county/units.js';
import { useTexts } from '../../data/language/use-texts.js';
import { StatusMessage } from '../../ui/notice/status-message.js';
import { Guarded } from '../../ui/page/guarded.js';
import { PageHead } from '../../ui/page/page-head.js';
import { Failure, Loading, Nothing } from '../../ui/page/states.js';
import { ImportDialog } from '../../ui/table-import/import-dialog.js';
import { UnitDialog } from '../../units/unit-dialog.js';
import { unitImport } from '../../units/unit-import.js';
import { UnitTable } from './unit-table.js';
import styles from './units-page.module.css';

/** The units of the county, for its coordinator to maintain. */
export default function UnitsPage() {
  const { t } = useTexts();
  return (
    <Guarded title={t('work.units.title')} least="county-coordinator">
      {({ county, countyName }) => <Units key={county} county={county} countyName={countyName} />}
    </Guarded>
  );
}

type Opened =
  | { readonly kind: 'none' }
  | { readonly kind: 'add' }
  | { readonly kind: 'edit'; readonly unit: Unit }
  | { readonly kind: 'import' };

function Units({ county, countyName }: { readonly county: string; readonly countyName: string }) {
  const { t } = useTexts();
  const all = together([useUnits(county), usePartners()]);
  const [opened, setOpened] = useState<Opened>({ kind: 'none' });
  const [message, setMessage] = useState('');
  if (all.state === 'pending') return <Loading />;
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} level={1} />;
  const [units, partners] = all.data;
  const close = () => setOpened({ kind: 'none' });
  const done = (text: string) => {
    setMessage(text);
    close();
  };
  return (
    <article className={styles.page}>
      <PageHead
        title={t('work.units.title')}
        lead={t('work.units.lead', { county: countyName })}
        actions={
          <div className={styles.actions}>
            <Button onClick={() => setOpened({ kind: 'add' })}>
              <PlusIcon aria-hidden />
              {t('work.units.add')}
            </Button>
            <Button variant="secondary" onClick={() => setOpened({ kind: 'import' })}>
              <FileImportIcon aria-hidden />
              {t('work.units.import.open')}
            </Button>
          </div>
        }
      />
      <StatusMessage>{message}</StatusMessage>
      <UnitTable units={units} partners={partners} onEdit={(unit) => setOpened({ kind: 'edit', unit })} />
      {units.every(({ kind }) => kind === 'county') && <Nothing text="work.units.empty" />}
      {(opened.kind === 'add' || opened.kind === 'edit') && (
        <UnitDialog
          county={county}
          unit={opened.kind === 'edit' ? opened.unit : null}
          partners={partners}
          onClose={close}
          onDone={done}
        />
      )}
      {opened.kind === 'import' && (
        <ImportDialog table={unitImport(county, partners, t)} onClose={close} onDone={done} />
      )}
    </article>
  );
}

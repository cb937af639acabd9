import { Button, Paragraph } from '@digdir/designsystemet-react';
import { FileImportIcon, PlusIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { Link as PageLink } from 'wouter';
import { together } from '../../../data/api/together.js';
import { usePartners, useUnits } from '../../../data/county/units.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { StatusMessage } from '../../../ui/notice/status-message.js';
import { Failure, Loading } from '../../../ui/page/states.js';
import { ImportDialog } from '../../../ui/table-import/import-dialog.js';
import { UnitDialog } from '../../../units/unit-dialog.js';
import { CHOSEN_KINDS } from '../../../units/unit-form.js';
import { unitImport } from '../../../units/unit-import.js';
import { NextStep, StepHead } from '../frame/step-frame.js';
import type { StepProps } from '../frame/step-props.js';
import styles from './steps.module.css';

/** The units that tasks are for: how many of each kind there are, and the ways to add more. */
export function UnitsStep({ county, schoolYear }: StepProps) {
  const { t } = useTexts();
  const all = together([useUnits(county), usePartners()]);
  const [opened, setOpened] = useState<'none' | 'add' | 'import'>('none');
  const [message, setMessage] = useState('');
  if (all.state === 'pending') return <Loading />;
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} />;
  const [units, partners] = all.data;
  const inUse = units.filter(({ kind, retired }) => kind !== 'county' && !retired);
  const withoutAddress = inUse.filter(({ address }) => address === null);
  const close = () => setOpened('none');
  const done = (text: string) => {
    setMessage(text);
    close();
  };
  return (
    <>
      <StepHead step="units" />
      <section className={styles.card} aria-label={t('work.start.units.name')}>
        <dl className={styles.figures}>
          {CHOSEN_KINDS.map((kind) => (
            <div key={kind}>
              <dt>{t(`work.units.group.${kind}`)}</dt>
              <dd>{inUse.filter((unit) => unit.kind === kind).length}</dd>
            </div>
          ))}
        </dl>
        {inUse.length === 0 && <Paragraph>{t('work.start.units.none')}</Paragraph>}
        {withoutAddress.length > 0 && (
          <Paragraph>
            {t('work.start.units.without-address', {
              count: withoutAddress.length,
              names: withoutAddress
                .slice(0, 5)
                .map(({ name }) => name)
                .join(', '),
            })}
          </Paragraph>
        )}
        <StatusMessage>{message}</StatusMessage>
        <div className={styles.actions}>
          <Button variant="secondary" onClick={() => setOpened('import')}>
            <FileImportIcon aria-hidden />
            {t('work.start.units.import')}
          </Button>
          <Button variant="secondary" onClick={() => setOpened('add')}>
            <PlusIcon aria-hidden />
            {t('work.units.add')}
          </Button>
          <Button asChild variant="tertiary">
            <PageLink href="/units">{t('work.start.units.all')}</PageLink>
          </Button>
        </div>
      </section>
      <NextStep schoolYear={schoolYear} from="units" />
      {opened === 'add' && (
        <UnitDialog county={county} unit={null} partners={partners} onClose={close} onDone={done} />
      )}
      {opened === 'import' && (
        <ImportDialog table={unitImport(county, partners, t)} onClose={close} onDone={done} />
      )}
    </>
  );
}

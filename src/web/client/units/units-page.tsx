import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { FileImportIcon, PlusIcon } from '@navikt/aksel-icons';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Unit } from '../../../units/unit.js';
import { useSession } from '../access/session.js';
import { together } from '../api/together.js';
import { useTexts } from '../language/use-texts.js';
import { Failure, Loading, Nothing } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { ImportDialog } from './import-dialog.js';
import { UnitDialog } from './unit-dialog.js';
import { UnitTable } from './unit-table.js';
import { usePartners, useUnits } from './units.js';
import styles from './units-page.module.css';

/** The units of the county, for its coordinator to keep. */
export default function UnitsPage() {
  const { t } = useTexts();
  const session = useSession();
  useTitle(t('ui.units.title'));
  if (session.isPending) return <Loading />;
  if (session.isError)
    return <Failure error={session.error} onRetry={() => void session.refetch()} level={1} />;
  const { name, role, county, unit, memberships } = session.data;
  if (name === null) {
    return (
      <Closed text={t('ui.units.needs-sign-in')}>
        <Button asChild>
          <Link href="/sign-in">{t('ui.sign-in.open')}</Link>
        </Button>
      </Closed>
    );
  }
  if (role !== 'county-coordinator' || county === null)
    return <Closed text={t('ui.units.needs-role', { role: t(`role.${role}`) })} />;
  const countyName = memberships.find((each) => each.unit === unit)?.countyName ?? county;
  return <Units key={county} county={county} countyName={countyName} />;
}

/** Says why the units are not shown, and what to do about it. */
function Closed({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  const { t } = useTexts();
  return (
    <article className={styles.closed}>
      <Heading level={1} data-size="lg">
        {t('ui.units.title')}
      </Heading>
      <Paragraph>{text}</Paragraph>
      {children}
    </article>
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
  const [news, setNews] = useState('');
  if (all.state === 'pending') return <Loading />;
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} level={1} />;
  const [units, partners] = all.data;
  const close = () => setOpened({ kind: 'none' });
  const done = (text: string) => {
    setNews(text);
    close();
  };
  return (
    <article className={styles.page}>
      <header className={styles.header}>
        <div>
          <Heading level={1} data-size="lg">
            {t('ui.units.title')}
          </Heading>
          <Paragraph>{t('ui.units.lead', { county: countyName })}</Paragraph>
        </div>
        <div className={styles.actions}>
          <Button onClick={() => setOpened({ kind: 'add' })}>
            <PlusIcon aria-hidden />
            {t('ui.units.add')}
          </Button>
          <Button variant="secondary" onClick={() => setOpened({ kind: 'import' })}>
            <FileImportIcon aria-hidden />
            {t('ui.units.import.open')}
          </Button>
        </div>
      </header>
      <output className={styles.news}>{news}</output>
      <UnitTable units={units} partners={partners} onEdit={(unit) => setOpened({ kind: 'edit', unit })} />
      {units.every(({ kind }) => kind === 'county') && <Nothing text="ui.units.empty" />}
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
        <ImportDialog county={county} partners={partners} onClose={close} onDone={done} />
      )}
    </article>
  );
}

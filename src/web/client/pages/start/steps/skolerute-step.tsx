import { Alert, Button, Heading, Link, Paragraph, Tag } from '@digdir/designsystemet-react';
import { FileImportIcon, PencilIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { Link as PageLink } from 'wouter';
import type { SchoolYearView } from '../../../../../school-years/school-year-view.js';
import { forgetKept } from '../../../data/browser/kept-state.js';
import { useSchoolYear, useSetSchoolYear } from '../../../data/county/skolerute.js';
import { nameOf } from '../../../data/language/author-name.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { StatusMessage } from '../../../ui/notice/status-message.js';
import { Failure, Loading } from '../../../ui/page/states.js';
import { YearDates } from '../dates/year-dates.js';
import { NextStep, StepHead } from '../frame/step-frame.js';
import type { StepProps } from '../frame/step-props.js';
import { flawText } from '../skolerute/flaw-text.js';
import { MonthsTable } from '../skolerute/months-table.js';
import { SkoleruteDialog } from '../skolerute/skolerute-dialog.js';
import { SkoleruteFacts } from '../skolerute/skolerute-facts.js';
import { draftName } from '../skolerute/skolerute-form.js';
import { SkoleruteImport } from '../skolerute/skolerute-import.js';
import styles from './steps.module.css';

const TAGS = { correction: 'success', file: 'info', custom: 'warning' } as const;

/** The skolerute that all dates follow: its source, its counted days, and ways to correct it. */
export function SkoleruteStep({ county, schoolYear, cycle }: StepProps) {
  const { t } = useTexts();
  const found = useSchoolYear(county, schoolYear);
  if (found.isPending) return <Loading />;
  if (found.isLoadingError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  const { data } = found;
  return (
    <>
      <StepHead step="skolerute" />
      <Skolerute schoolYear={data} />
      <div className={styles.card}>
        <YearDates county={county} schoolYear={schoolYear} />
      </div>
      {cycle && (
        <Alert data-color="info">
          <Paragraph>{t('work.start.skolerute.has-cycle')}</Paragraph>
          <Link asChild>
            <PageLink href={`/cycles/${cycle.id}/regenerate`}>
              {t('work.start.skolerute.to-regenerate')}
            </PageLink>
          </Link>
        </Alert>
      )}
      <NextStep schoolYear={schoolYear} from="skolerute" />
    </>
  );
}

function Skolerute({ schoolYear }: { readonly schoolYear: SchoolYearView }) {
  const { t } = useTexts();
  const [opened, setOpened] = useState<'none' | 'correct' | 'import'>('none');
  const [message, setMessage] = useState('');
  const set = useSetSchoolYear(schoolYear);
  const { origin, behind, provisional, open, flaws, warnings, source, corrected } = schoolYear;
  const undecided = provisional.filter((part) => !open.includes(part));
  const named = (parts: typeof open) => parts.map((part) => t(`part.${part}`)).join(', ');
  const close = () => setOpened('none');
  const done = (text: string) => {
    forgetKept(draftName(schoolYear));
    setMessage(text);
    close();
  };
  return (
    <section className={styles.card} aria-label={t('work.skolerute.title')}>
      <header className={styles.cardHead}>
        <div>
          <Tag data-color={TAGS[origin]}>{t(`work.skolerute.origin.${origin}`)}</Tag>
          <Paragraph>
            {origin === 'custom'
              ? t('work.skolerute.by-custom-help')
              : t('work.skolerute.from-source', { source: source.page })}{' '}
            {origin === 'correction' &&
              corrected &&
              t('work.skolerute.by', { who: nameOf(corrected.who, t) })}
          </Paragraph>
        </div>
        <div className={styles.actions}>
          <Button variant="secondary" onClick={() => setOpened('correct')}>
            <PencilIcon aria-hidden />
            {t('work.skolerute.correct')}
          </Button>
          <Button variant="secondary" onClick={() => setOpened('import')}>
            <FileImportIcon aria-hidden />
            {t('work.skolerute.import.open')}
          </Button>
          {origin === 'correction' && (
            <Button
              variant="tertiary"
              loading={set.isPending}
              onClick={() =>
                set.mutate('take back', { onSuccess: () => done(t('work.skolerute.taken-back')) })
              }
            >
              {t(`work.skolerute.back-to.${behind}`)}
            </Button>
          )}
        </div>
      </header>
      <StatusMessage>{message}</StatusMessage>
      {undecided.length > 0 && (
        <Alert data-color="warning">{t('work.skolerute.missing', { parts: named(undecided) })}</Alert>
      )}
      {open.length > 0 && (
        <Alert data-color="info">{t('work.skolerute.left-to-schools', { parts: named(open) })}</Alert>
      )}
      {warnings.map((warning) => (
        <Alert key={warning.field} data-color="warning">
          {flawText(warning, t)}
        </Alert>
      ))}
      {flaws.map((flaw) => (
        <Alert key={flaw.field} data-color="danger">
          {flawText(flaw, t)}
        </Alert>
      ))}
      <SkoleruteFacts schoolYear={schoolYear} />
      <Heading level={3} data-size="2xs">
        {t('work.skolerute.months')}
      </Heading>
      <MonthsTable laidOut={schoolYear} />
      {opened === 'correct' && <SkoleruteDialog schoolYear={schoolYear} onClose={close} onDone={done} />}
      {opened === 'import' && <SkoleruteImport schoolYear={schoolYear} onClose={close} onDone={done} />}
    </section>
  );
}

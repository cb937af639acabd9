import { Alert, Button, Link, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link as PageLink, useLocation } from 'wouter';
import type { Cycle } from '../../../../../cycle/cycle.js';
import type { Level } from '../../../../../task/level.js';
import { stepPath } from '../../../data/address/start-path.js';
import { cyclePath } from '../../../data/address/views.js';
import { failureText } from '../../../data/api/failure-text.js';
import { useSchoolYear } from '../../../data/county/skolerute.js';
import { useCycleView } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { SizeChoice } from '../../../task/size/size-choice.js';
import { Failure, Loading } from '../../../ui/page/states.js';
import { useMakeDraft } from '../frame/guided-queries.js';
import { NextStep, StepHead } from '../frame/step-frame.js';
import type { StepProps } from '../frame/step-props.js';
import styles from './steps.module.css';

/** The draft: one button creates it from the templates, the skolerute and the units; once it exists, a summary of it. */
export function DraftStep({ county, countyName, schoolYear, cycle }: StepProps) {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  const draft = useMakeDraft();
  const skolerute = useSchoolYear(county, schoolYear);
  const [level, setLevel] = useState<Level>('recommended');
  const isProvisional = (skolerute.data?.provisional.length ?? 0) > 0;
  const make = () =>
    draft.mutate(
      { county, schoolYear, level },
      { onSuccess: () => navigate(stepPath(schoolYear, 'review')) },
    );
  return (
    <>
      <StepHead step="draft" />
      {cycle ? (
        <DraftFigures cycle={cycle} />
      ) : (
        <section className={styles.card} aria-label={t('work.start.draft.name')}>
          <Paragraph>{t('work.start.draft.will', { county: countyName, schoolYear })}</Paragraph>
          <SizeChoice county={county} schoolYear={schoolYear} level={level} onLevel={setLevel} />
          {isProvisional && <Alert data-color="warning">{t('work.start.draft.provisional')}</Alert>}
          {draft.isError && (
            <Alert data-color="danger" role="alert">
              {failureText(draft.error, t)}
            </Alert>
          )}
        </section>
      )}
      <NextStep schoolYear={schoolYear} from="draft">
        {!cycle && (
          <Button loading={draft.isPending} onClick={make}>
            {t('work.start.draft.make')}
          </Button>
        )}
      </NextStep>
    </>
  );
}

function DraftFigures({ cycle }: { readonly cycle: Cycle }) {
  const { t } = useTexts();
  const view = useCycleView(cycle.id);
  if (view.isPending) return <Loading />;
  if (view.isLoadingError) return <Failure error={view.error} onRetry={() => void view.refetch()} />;
  const { tasks } = view.data;
  return (
    <section className={styles.card} aria-label={t('work.start.draft.name')}>
      <Paragraph>{t('work.start.draft.is-there')}</Paragraph>
      <dl className={styles.figures}>
        {(['deadline', 'activity', 'cooperation'] as const).map((kind) => (
          <div key={kind}>
            <dt>{t(`work.start.draft.kind.${kind}`)}</dt>
            <dd>{tasks.filter((task) => task.kind === kind).length}</dd>
          </div>
        ))}
      </dl>
      <Paragraph>
        {t('work.rework.size.is', { level: t(`level.${cycle.level}`) })}{' '}
        <Link asChild>
          <PageLink href={`${cyclePath(cycle.id)}/regenerate`}>{t('work.rework.size.change')}</PageLink>
        </Link>
      </Paragraph>
    </section>
  );
}

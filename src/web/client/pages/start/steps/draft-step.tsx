import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useLocation } from 'wouter';
import { stepPath } from '../../../data/address/start-path.js';
import { failureText } from '../../../data/api/failure-text.js';
import { useSchoolYear } from '../../../data/county/skolerute.js';
import { useCycleView } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
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
  const isProvisional = (skolerute.data?.provisional.length ?? 0) > 0;
  const make = () =>
    draft.mutate({ county, schoolYear }, { onSuccess: () => navigate(stepPath(schoolYear, 'review')) });
  return (
    <>
      <StepHead step="draft" />
      {cycle ? (
        <DraftFigures cycleId={cycle.id} />
      ) : (
        <section className={styles.card} aria-label={t('work.start.draft.name')}>
          <Paragraph>{t('work.start.draft.will', { county: countyName, schoolYear })}</Paragraph>
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

function DraftFigures({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTexts();
  const view = useCycleView(cycleId);
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
    </section>
  );
}

import { useParams } from 'wouter';
import { fromPath, STEPS, type Step } from '../../data/address/start-path.js';
import { useTitle } from '../../data/browser/use-title.js';
import { isSchoolYear, schoolYearAfter, schoolYearOfDay } from '../../data/county/school-years.js';
import { useCycles } from '../../data/cycle/queries.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useToday } from '../../data/language/use-today.js';
import { Guarded } from '../../ui/page/guarded.js';
import styles from '../../ui/page/guided.module.css';
import { PageHead } from '../../ui/page/page-head.js';
import { Failure, Loading, Nothing } from '../../ui/page/states.js';
import { StartSteps } from './frame/step-frame.js';
import type { StepProps } from './frame/step-props.js';
import { DraftStep } from './steps/draft-step.js';
import { PublishStep } from './steps/publish-step.js';
import { ReviewStep } from './steps/review-step.js';
import { SchoolYearStep } from './steps/school-year-step.js';
import { ShareStep } from './steps/share-step.js';
import { SkoleruteStep } from './steps/skolerute-step.js';
import { UnitsStep } from './steps/units-step.js';
import { useDoneSteps } from './use-done-steps.js';

/** The guided first cycle, step by step; each step has an address, and all choices are stored by the service. */
export default function StartPage() {
  const { t } = useTexts();
  const { year, step } = useParams<{ year?: string; step?: string }>();
  return (
    <Guarded title={t('work.start.title')} least="county-coordinator">
      {({ county, countyName }) => (
        <Guide key={county} county={county} countyName={countyName} year={year} asked={step} />
      )}
    </Guarded>
  );
}

interface GuideProps {
  readonly county: string;
  readonly countyName: string;
  readonly year: string | undefined;
  readonly asked: string | undefined;
}

function Guide({ county, countyName, year, asked }: GuideProps) {
  const { t } = useTexts();
  const coming = schoolYearAfter(schoolYearOfDay(useToday()));
  const cycles = useCycles();
  const step = year === undefined ? 'school-year' : STEPS.find((each) => each === asked);
  const schoolYear = year === undefined ? coming : fromPath(year);
  const cycle = cycles.data?.find((each) => each.county === county && each.schoolYear === schoolYear) ?? null;
  const done = useDoneSteps(county, schoolYear, year === undefined ? null : cycle);
  useTitle(step ? `${t(`work.start.${step}.name`)} – ${t('work.start.title')}` : t('work.start.title'));
  if (step === undefined || !isSchoolYear(schoolYear)) return <Nothing text="ui.state.no-such-page" isPage />;
  if (cycles.isPending) return <Loading />;
  if (cycles.isLoadingError)
    return <Failure error={cycles.error} onRetry={() => void cycles.refetch()} level={1} />;
  return (
    <article className={styles.page}>
      <PageHead
        title={t('work.start.title')}
        lead={year === undefined ? countyName : t('work.start.of', { county: countyName, schoolYear })}
      />
      {year !== undefined && (
        <StartSteps schoolYear={schoolYear} current={step} done={done} hasCycle={cycle !== null} />
      )}
      {step === 'school-year' ? (
        <SchoolYearStep county={county} cycles={cycles.data} />
      ) : (
        <OneStep step={step} county={county} countyName={countyName} schoolYear={schoolYear} cycle={cycle} />
      )}
    </article>
  );
}

function OneStep({ step, ...props }: StepProps & { readonly step: Exclude<Step, 'school-year'> }) {
  const { cycle } = props;
  if (step === 'skolerute') return <SkoleruteStep {...props} />;
  if (step === 'units') return <UnitsStep {...props} />;
  // What comes after the draft begins with it.
  if (step === 'draft' || cycle === null) return <DraftStep {...props} />;
  if (step === 'review') return <ReviewStep {...props} cycle={cycle} />;
  return step === 'publish' ? (
    <PublishStep key={cycle.id} {...props} cycle={cycle} />
  ) : (
    <ShareStep {...props} cycle={cycle} />
  );
}

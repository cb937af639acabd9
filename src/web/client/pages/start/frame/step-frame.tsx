import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { ArrowLeftIcon, ArrowRightIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { STEPS, STEPS_WITH_CYCLE, type Step, stepPath } from '../../../data/address/start-path.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Stepper } from '../../../ui/page/stepper.js';
import styles from './step-frame.module.css';

/** The steps: which are done, and which is the current one; those that need a cycle are disabled until there is one. */
export function StartSteps({
  schoolYear,
  current,
  done,
  hasCycle,
}: {
  readonly schoolYear: string;
  readonly current: Step;
  readonly done: readonly Step[];
  readonly hasCycle: boolean;
}) {
  const { t } = useTexts();
  return (
    <Stepper
      label={t('work.start.steps')}
      where={t('work.start.where', { number: STEPS.indexOf(current) + 1, count: STEPS.length })}
      doneText={t('work.start.is-done')}
      steps={STEPS.map((step) => ({
        id: step,
        name: t(`work.start.${step}.name`),
        href: hasCycle || !STEPS_WITH_CYCLE.includes(step) ? stepPath(schoolYear, step) : null,
        isDone: done.includes(step),
      }))}
      current={current}
    />
  );
}

/** The title and lead of a step. */
export function StepHead({
  step,
  isDone = false,
  children,
}: {
  readonly step: Step;
  /** Whether what the lead says is still to come has been done: then there is none. */
  readonly isDone?: boolean;
  readonly children?: ReactNode;
}) {
  const { t } = useTexts();
  return (
    <header className={styles.head}>
      <Heading level={2} data-size="md">
        {t(`work.start.${step}.title`)}
      </Heading>
      {!isDone && <Paragraph>{t(`work.start.${step}.lead`)}</Paragraph>}
      {children}
    </header>
  );
}

/** Links to the next and the previous step; `children` replaces the link to the next. */
export function NextStep({
  schoolYear,
  from,
  children,
}: {
  readonly schoolYear: string;
  readonly from: Step;
  readonly children?: ReactNode;
}) {
  const { t } = useTexts();
  const index = STEPS.indexOf(from);
  const [before, next] = [STEPS[index - 1], STEPS[index + 1]];
  return (
    <div className={styles.next}>
      {children ??
        (next && (
          <Button asChild>
            <Link href={stepPath(schoolYear, next)}>
              {t('work.start.next', { step: t(`work.start.${next}.name`) })}
              <ArrowRightIcon aria-hidden />
            </Link>
          </Button>
        ))}
      {before && (
        <Button asChild variant="tertiary">
          <Link href={stepPath(schoolYear, before)}>
            <ArrowLeftIcon aria-hidden />
            {t('work.start.back')}
          </Link>
        </Button>
      )}
    </div>
  );
}

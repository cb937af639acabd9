import { Paragraph } from '@digdir/designsystemet-react';
import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { sameJson } from '../../../../../task/same-json.js';
import type { TaskView } from '../../../../../task/task-view.js';
import { whenOf } from '../../../../../task/wording.js';
import { flawText } from '../../../data/api/flaw-text.js';
import { ApiProblem } from '../../../data/api/problem.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { templateTitles } from '../form/form-names.js';
import { dateOf, formOf, isWhole, type WhenDraft } from '../form/task-form.js';
import styles from './date-preview.module.css';
import { useDatePreview } from './use-date-preview.js';

interface DatePreviewProps {
  readonly when: WhenDraft;
  /** The task as it is; null for a new one. */
  readonly task: TaskView | null;
  readonly cycleView: CycleView;
}

/** The resulting date of what is being typed, and why; the current date while nothing has been changed. */
export function DatePreview({ when, task, cycleView }: DatePreviewProps) {
  const { t } = useTexts();
  const asked = dateOf(when);
  const isAsItWas = task !== null && sameJson(asked, dateOf(formOf(task).when));
  const preview = useDatePreview(
    cycleView.cycle.id,
    isWhole(when) && !isAsItWas ? { ...asked, ...(task && { task: task.id }) } : null,
  );
  const found = isAsItWas ? { ...task, warnings: [] } : preview.data;
  const isAsked = isWhole(when) && !isAsItWas;
  return (
    <output className={styles.preview} aria-busy={isAsked && preview.isFetching}>
      <span className={styles.label}>{t('work.editing.preview')}</span>
      {!isWhole(when) && <Paragraph data-size="sm">{t('work.editing.preview-half')}</Paragraph>}
      {isAsked && preview.isError && <Refusal error={preview.error} cycleView={cycleView} />}
      {isWhole(when) && found && !(isAsked && preview.isError) && (
        <>
          <strong className={styles.date}>
            {whenOf({ start: found.start, end: found.end, startTime: null, endTime: null }, { t })}
          </strong>
          {found.warnings.map(({ date, text }) => (
            <span key={date} className={styles.warning}>
              <ExclamationmarkTriangleIcon aria-hidden /> {text}
            </span>
          ))}
          <ul className={styles.why}>
            {found.why.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
    </output>
  );
}

/** Why there is no such date. */
function Refusal({ error, cycleView }: { readonly error: Error; readonly cycleView: CycleView }) {
  const { t } = useTexts();
  const titles = templateTitles(cycleView);
  const problems = error instanceof ApiProblem ? error.errors : [];
  const texts = problems.map((problem) => flawText(problem, t, (key) => titles.get(key) ?? key));
  const said = texts.length > 0 ? [...new Set(texts)] : [t('work.editing.preview-failed')];
  return said.map((text) => (
    <span key={text} className={styles.warning}>
      <ExclamationmarkTriangleIcon aria-hidden /> {text}
    </span>
  ));
}

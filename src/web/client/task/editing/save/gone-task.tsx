import { Alert, Button } from '@digdir/designsystemet-react';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { StatusRegion } from '../../../ui/notice/status-region.js';
import { useAdjustmentFieldWords } from '../form/adjustment-field-words.js';
import { ADJUSTMENT, adjustmentFormOf } from '../form/adjustment-form.js';
import { differing } from '../form/edited-fields.js';
import { useTaskFieldWords } from '../form/task-field-words.js';
import { fieldName, TASK } from '../form/task-form.js';
import { dropUnsaved, formBefore, type Unsaved, unsavedId } from '../form/unsaved.js';
import { useClose } from './edit-dialog.js';
import styles from './edit-dialog.module.css';

interface GoneTaskProps {
  /** The unsaved work on the task. */
  readonly kept: readonly Unsaved[];
  readonly cycleView: CycleView;
  readonly person: string;
}

/** Shows unsaved work on a task that somebody has deleted meanwhile, to copy or discard. */
export function GoneTask({ kept, cycleView, person }: GoneTaskProps) {
  const { t } = useTexts();
  const close = useClose();
  const writtenIn = useWritten(cycleView);
  return (
    <div className={styles.form}>
      <StatusRegion>
        <Alert data-color="warning">{t('work.editing.gone')}</Alert>
      </StatusRegion>
      <dl className={styles.kept}>
        {kept.flatMap(writtenIn).map(({ id, name, words }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{words === '' ? t('work.editing.nothing') : words}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.actions}>
        <Button
          variant="secondary"
          onClick={() => {
            for (const each of kept) dropUnsaved(person, unsavedId(each));
            close();
          }}
        >
          {t('work.editing.throw-away')}
        </Button>
      </div>
    </div>
  );
}

/** Returns the edited fields by name, with their values. */
function useWritten(cycleView: CycleView) {
  const { t } = useTexts();
  const taskWords = useTaskFieldWords(cycleView);
  const adjustmentWords = useAdjustmentFieldWords();
  return (kept: Unsaved): { readonly id: string; readonly name: string; readonly words: string }[] => {
    const idOf = (field: string) => `${unsavedId(kept)} ${field}`;
    if (kept.kind === 'adjustment')
      return differing(ADJUSTMENT, kept.form, adjustmentFormOf(kept.base)).map((field) => ({
        id: idOf(field),
        name: t(`work.editing.adjustment.${field}`),
        words: adjustmentWords(field, kept.form),
      }));
    return differing(TASK, kept.form, formBefore(kept)).map((field) => ({
      id: idOf(field),
      name: t(fieldName(field)),
      words: taskWords(field, kept.form),
    }));
  };
}

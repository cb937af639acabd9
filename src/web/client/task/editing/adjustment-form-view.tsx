import { Checkbox, Field, Label, Paragraph, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import { shortDate } from '../../../../calendar/describe.js';
import type { AdjustmentView } from '../../../../task/adjustment.js';
import type { TaskView } from '../../../../task/task-view.js';
import { whenOf } from '../../../../task/wording.js';
import { flawText } from '../../data/api/flaw-text.js';
import { useTexts } from '../../data/language/use-texts.js';
import { Choice } from '../../ui/field/choice.js';
import { Section } from '../../ui/page/section.js';
import { useDoneToast } from '../changes/done-toast.js';
import { DayFields } from './fields/day-fields.js';
import { STATUS_ORDER } from './fields/what-fields.js';
import { useAdjustmentFieldWords } from './form/adjustment-field-words.js';
import {
  ADJUSTMENT,
  type AdjustmentField,
  type AdjustmentForm,
  adjustmentFormOf,
} from './form/adjustment-form.js';
import { adjustmentFlaws } from './form/field-flaws.js';
import type { AdjustmentUnsaved } from './resumable-adjustment-form.js';
import { ConflictChoice } from './save/conflict-choice.js';
import { useClose } from './save/edit-dialog.js';
import styles from './save/edit-dialog.module.css';
import { SaveForm } from './save/save-form.js';
import { useEditor } from './save/use-editor.js';

interface AdjustmentFormViewProps {
  readonly begun: AdjustmentUnsaved;
  readonly task: TaskView;
  readonly adjusts: readonly AdjustmentField[];
  readonly person: string;
}

/** The form of a unit's adjustment of a common task: its own date and status, and whether it hides the task. */
export function AdjustmentFormView({ begun, task, adjusts, person }: AdjustmentFormViewProps) {
  const { t } = useTexts();
  const close = useClose();
  const wordsOf = useAdjustmentFieldWords();
  const showDone = useDoneToast(begun.cycleId);
  const editor = useEditor<AdjustmentUnsaved>({
    begun,
    person,
    onSaved: ({ title }) => showDone(t('work.editing.saved', { title }), title),
    onDone: close,
  });
  const { unsaved, conflict } = editor;
  const { form } = unsaved;
  if (conflict !== undefined)
    return (
      <ConflictChoice
        edited={ADJUSTMENT}
        mine={form}
        before={adjustmentFormOf(unsaved.base)}
        theirs={adjustmentFormOf(conflict as AdjustmentView)}
        nameOf={(field) => t(`work.editing.adjustment.${field}`)}
        wordsOf={wordsOf}
        isSaving={editor.isSaving}
        onMerged={(both) => editor.settle(conflict, both)}
        onBack={editor.goBack}
      />
    );
  const flaws = adjustmentFlaws(editor.error);
  const put = (change: Partial<AdjustmentForm>) => editor.write({ ...form, ...change });
  const errorOf = (field: AdjustmentField) => {
    const flaw = flaws.get(field);
    return flaw && flawText(flaw, t, (key) => key);
  };
  return (
    <SaveForm editor={editor} hasFlaws={flaws.size > 0} onSave={() => editor.save()}>
      <p className={styles.facts}>{t('work.editing.common-date', { when: whenOf(task, { t }) })}</p>
      {adjusts.includes('own') && (
        <Section look="form" title={t('work.editing.adjustment.own')}>
          {task.window ? (
            <>
              <Paragraph>
                {t('work.editing.window', {
                  from: shortDate(task.window.from, t),
                  to: shortDate(task.window.to, t),
                })}
              </Paragraph>
              <DayFields
                {...form.own}
                within={task.window}
                error={errorOf('own')}
                onChange={(change) => put({ own: { ...form.own, ...change } })}
              />
            </>
          ) : (
            <Paragraph>{t('work.editing.no-window')}</Paragraph>
          )}
        </Section>
      )}
      {adjusts.includes('status') && (
        <Choice
          label={t('work.editing.adjustment.status')}
          value={form.status ?? ''}
          options={[
            { id: '' as const, name: t('work.editing.as-common', { status: t(`status.${task.status}`) }) },
            ...STATUS_ORDER.map((id) => ({ id, name: t(`status.${id}`) })),
          ]}
          error={errorOf('status')}
          onChoose={(status) => put({ status })}
        />
      )}
      {adjusts.includes('hidden') && (
        <Hiding hidden={form.hidden} error={errorOf('hidden')} onChange={(hidden) => put({ hidden })} />
      )}
    </SaveForm>
  );
}

interface HidingProps {
  readonly hidden: AdjustmentForm['hidden'];
  readonly error: string | undefined;
  readonly onChange: (hidden: AdjustmentForm['hidden']) => void;
}

/** Whether the unit hides the task from its own view, and why. */
function Hiding({ hidden, error, onChange }: HidingProps) {
  const { t } = useTexts();
  return (
    <Section look="form" title={t('work.editing.adjustment.hidden')}>
      <Checkbox
        label={t('work.editing.hide')}
        checked={hidden.is}
        onChange={(event) => onChange({ ...hidden, is: event.target.checked })}
      />
      {hidden.is && (
        <Field>
          <Label>{t('work.editing.hide-why')}</Label>
          <Textarea
            rows={2}
            value={hidden.reason}
            aria-invalid={error !== undefined}
            onChange={(event) => onChange({ ...hidden, reason: event.target.value })}
          />
          {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
        </Field>
      )}
    </Section>
  );
}

import { useState } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../task/task-view.js';
import { whenOf } from '../../../../task/wording.js';
import { flawText } from '../../data/api/flaw-text.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useDoneToast } from '../changes/done-toast.js';
import { ChecklistEditor } from './fields/checklist-editor.js';
import { FollowFields } from './fields/follow-fields.js';
import { PlaceFields } from './fields/place-fields.js';
import { StatusChoice, WhatFields } from './fields/what-fields.js';
import { WhenFields } from './fields/when-fields.js';
import { WhoFields } from './fields/who-fields.js';
import { taskFlaws } from './form/field-flaws.js';
import type { FormPart } from './form/form-context.js';
import { templateTitles } from './form/form-names.js';
import { useTaskFieldWords } from './form/task-field-words.js';
import { fieldName, formOf, TASK, type TaskField } from './form/task-form.js';
import { formBefore } from './form/unsaved.js';
import type { TaskUnsaved } from './resumable-task-form.js';
import { ConflictChoice } from './save/conflict-choice.js';
import { useClose } from './save/edit-dialog.js';
import styles from './save/edit-dialog.module.css';
import { SaveForm } from './save/save-form.js';
import { useEditor } from './save/use-editor.js';
import { TaskActions } from './task-actions.js';

interface TaskFormViewProps {
  readonly begun: TaskUnsaved;
  readonly isOwner: boolean;
  readonly cycleView: CycleView;
  readonly person: string;
}

type FieldsOf<Props> = Props extends FormPart<infer Field> ? Field : never;

/** The fields that the parts of the form edit together. */
type EditedFields = FieldsOf<
  Parameters<
    typeof WhatFields | typeof WhenFields | typeof WhoFields | typeof PlaceFields | typeof FollowFields
  >[0]
>;

/** Every field of the form: it is no part of a form where one is edited by none of the parts. */
type EveryField = [Exclude<TaskField, EditedFields>] extends [never]
  ? TaskField
  : { readonly editedNowhere: Exclude<TaskField, EditedFields> };

/** The form of a task, or the choice between both versions when somebody else has changed it meanwhile. */
export function TaskFormView({ begun, isOwner, cycleView, person }: TaskFormViewProps) {
  const { t } = useTexts();
  const close = useClose();
  const showDone = useDoneToast(begun.cycleId);
  const wordsOf = useTaskFieldWords(cycleView);
  const [refusal, setRefusal] = useState<string | null>(null);
  const editor = useEditor<TaskUnsaved>({
    begun,
    person,
    onSaved: ({ form: { title }, kind }) => {
      showDone(t(kind === 'new' ? 'work.editing.added' : 'work.editing.saved', { title }), title);
    },
    onDone: close,
  });
  const { unsaved, conflict } = editor;
  const { form } = unsaved;
  if (conflict !== undefined)
    return (
      <ConflictChoice
        edited={TASK}
        mine={form}
        before={formBefore(unsaved)}
        theirs={formOf(conflict as TaskView)}
        nameOf={(field) => t(fieldName(field))}
        wordsOf={wordsOf}
        isSaving={editor.isSaving}
        onMerged={(both) => editor.settle(conflict, both)}
        onBack={editor.goBack}
      />
    );
  const flaws = taskFlaws(editor.error);
  const titles = templateTitles(cycleView);
  const part: FormPart<EveryField> = {
    form,
    put: (change) => editor.write({ ...form, ...change }),
    errorOf: (field) => {
      const flaw = flaws.get(field);
      return flaw && flawText(flaw, t, (key) => titles.get(key) ?? key);
    },
    cycleView,
  };
  const base = unsaved.kind === 'task' ? unsaved.base : null;
  return (
    <SaveForm
      editor={editor}
      hasFlaws={flaws.size > 0}
      onSave={() => {
        setRefusal(null);
        editor.save();
      }}
      refusal={refusal}
      more={base && isOwner && <TaskActions base={base} editor={editor} onRefused={setRefusal} />}
    >
      {isOwner ? (
        <>
          <WhatFields {...part} />
          <WhenFields {...part} task={base} />
          <WhoFields {...part} />
          <PlaceFields {...part} />
          <FollowFields {...part} />
        </>
      ) : (
        <>
          {base && <p className={styles.facts}>{whenOf(base, { t })}</p>}
          <StatusChoice status={form.status} onChoose={(status) => part.put({ status })} />
          <ChecklistEditor
            items={form.checklist}
            onChange={(items) => part.put({ checklist: items })}
            error={part.errorOf('checklist')}
          />
        </>
      )}
    </SaveForm>
  );
}

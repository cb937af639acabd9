import { useState } from 'react';
import type { CycleView } from '../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../task/task-view.js';
import { whenOf } from '../../../task/wording.js';
import { flawText } from '../api/flaw-text.js';
import { useTexts } from '../language/use-texts.js';
import { ChecklistEditor } from './checklist-editor.js';
import { ConflictChoice } from './conflict-choice.js';
import { useClose } from './edit-dialog.js';
import styles from './edit-dialog.module.css';
import { taskFlaws } from './field-flaws.js';
import { FollowFields } from './follow-fields.js';
import { type FormPart, templateTitles } from './form-context.js';
import { PlaceFields } from './place-fields.js';
import { SaveForm } from './save-form.js';
import { TaskActions } from './task-actions.js';
import type { TaskUnsaved } from './task-editor.js';
import { useTaskFieldWords } from './task-field-words.js';
import { formOf, TASK } from './task-form.js';
import { useTellDone } from './tell-done.js';
import { formBefore } from './unsaved.js';
import { useEditor } from './use-editor.js';
import { StatusChoice, WhatFields } from './what-fields.js';
import { WhenFields } from './when-fields.js';
import { WhoFields } from './who-fields.js';

interface TaskFormViewProps {
  readonly begun: TaskUnsaved;
  readonly isOwner: boolean;
  readonly cycleView: CycleView;
  readonly person: string;
}

/** The form of a task; when somebody else has changed the task meanwhile, the choice between both versions. */
export function TaskFormView({ begun, isOwner, cycleView, person }: TaskFormViewProps) {
  const { t } = useTexts();
  const close = useClose();
  const tellDone = useTellDone(begun.cycleId);
  const wordsOf = useTaskFieldWords(cycleView);
  const [refusal, setRefusal] = useState<string | null>(null);
  const editor = useEditor<TaskUnsaved>({
    begun,
    person,
    onSaved: ({ form: { title }, kind }) => {
      tellDone(t(kind === 'new' ? 'work.editing.added' : 'work.editing.saved', { title }), title);
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
        nameOf={(field) => t(`work.editing.field.${field}`)}
        wordsOf={wordsOf}
        isSaving={editor.isSaving}
        onMerged={(both) => editor.settle(conflict, both)}
        onBack={editor.goBack}
      />
    );
  const flaws = taskFlaws(editor.error);
  const titles = templateTitles(cycleView);
  const part: FormPart = {
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

import { useState } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { useTexts } from '../../data/language/use-texts.js';
import { differing } from './form/edited-fields.js';
import { fieldName, TASK } from './form/task-form.js';
import { dropUnsaved, formBefore, type Unsaved, unsavedId, useUnsaved } from './form/unsaved.js';
import { UnsavedOffer } from './save/unsaved-offer.js';
import { TaskFormView } from './task-form-view.js';

export type TaskUnsaved = Extract<Unsaved, { kind: 'task' | 'new' }>;

interface ResumableTaskFormProps {
  /** The form before anything has been typed. */
  readonly fresh: TaskUnsaved;
  /** Whether the reader may change the whole task, or only its status. */
  readonly isOwner: boolean;
  readonly cycleView: CycleView;
  readonly person: string;
}

/** The form of a task: first offers unsaved work, then shows the form. */
export function ResumableTaskForm({ fresh, isOwner, cycleView, person }: ResumableTaskFormProps) {
  const { t } = useTexts();
  const id = unsavedId(fresh);
  const found = useUnsaved(person).find((each) => unsavedId(each) === id);
  const kept = found?.kind === 'adjustment' ? undefined : found;
  const [begun, setBegun] = useState(kept === undefined ? fresh : kept.state === 'typed' ? null : kept);
  if (begun === null && kept) {
    return (
      <UnsavedOffer
        at={kept.at}
        fields={differing(TASK, kept.form, formBefore(kept)).map((field) => t(fieldName(field)))}
        onGoOn={() => setBegun(kept)}
        onThrowAway={() => {
          dropUnsaved(person, id);
          setBegun(fresh);
        }}
      />
    );
  }
  return <TaskFormView begun={begun ?? fresh} isOwner={isOwner} cycleView={cycleView} person={person} />;
}

import { useState } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../task/task-view.js';
import { useTexts } from '../../data/language/use-texts.js';
import { Failure, Loading } from '../../ui/page/states.js';
import { AdjustmentFormView } from './adjustment-form-view.js';
import { ADJUSTMENT, type AdjustmentField, adjustmentFormOf, NO_ADJUSTMENT } from './form/adjustment-form.js';
import { differing } from './form/edited-fields.js';
import { dropUnsaved, type Unsaved, unsavedId, useUnsaved } from './form/unsaved.js';
import { useEditedTask } from './save/edited-task.js';
import { UnsavedOffer } from './save/unsaved-offer.js';

export type AdjustmentUnsaved = Extract<Unsaved, { kind: 'adjustment' }>;

interface ResumableAdjustmentFormProps {
  /** The common task. */
  readonly task: TaskView;
  readonly unit: string;
  /** The fields that the reader may set for the unit. */
  readonly adjusts: readonly AdjustmentField[];
  readonly cycleView: CycleView;
  readonly person: string;
}

/** The form of a unit's adjustment of a common task. */
export function ResumableAdjustmentForm(props: ResumableAdjustmentFormProps) {
  const { task, unit } = props;
  const seen = useEditedTask(task.id, unit);
  if (seen.isPending) return <Loading />;
  if (seen.isLoadingError) return <Failure error={seen.error} onRetry={() => void seen.refetch()} />;
  const base = seen.data.adjustment ?? NO_ADJUSTMENT;
  const fresh: AdjustmentUnsaved = {
    kind: 'adjustment',
    cycleId: task.cycleId,
    title: task.title,
    at: '',
    state: 'typed',
    taskId: task.id,
    unit,
    base,
    form: adjustmentFormOf(base),
  };
  return <Offered {...props} fresh={fresh} />;
}

/** Offers unsaved work first, then shows the form. */
function Offered({
  fresh,
  person,
  ...props
}: ResumableAdjustmentFormProps & { readonly fresh: AdjustmentUnsaved }) {
  const { t } = useTexts();
  const id = unsavedId(fresh);
  const found = useUnsaved(person).find((each) => unsavedId(each) === id);
  const kept = found?.kind === 'adjustment' ? found : undefined;
  const [begun, setBegun] = useState(kept === undefined ? fresh : kept.state === 'typed' ? null : kept);
  if (begun === null && kept)
    return (
      <UnsavedOffer
        at={kept.at}
        fields={differing(ADJUSTMENT, kept.form, adjustmentFormOf(kept.base)).map((field) =>
          t(`work.editing.adjustment.${field}`),
        )}
        onGoOn={() => setBegun(kept)}
        onThrowAway={() => {
          dropUnsaved(person, id);
          setBegun(fresh);
        }}
      />
    );
  return <AdjustmentFormView {...props} begun={begun ?? fresh} person={person} />;
}

import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { capitalised } from '../../../data/cycle/knowledge.js';
import { useKnowledge } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { fieldWords, type TaskField, type TaskForm } from './task-form.js';

/** Returns the value of a field of a form, in words. */
export function useTaskFieldWords(cycleView: CycleView): (field: TaskField, form: TaskForm) => string {
  const { t } = useTexts();
  const measures = useKnowledge().data?.measures;
  const measureName = (id: string) => capitalised(measures?.get(id)?.name ?? id);
  return (field, form) => fieldWords(field, form, { t, cycleView, measureName });
}

import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { isAtLeast } from '../../../../routing/caller.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useTaskEditor } from './task-editor.js';

/** How to move tasks by mouse and keyboard, for those who may. */
export default function MoveKeys({ cycleView }: { readonly cycleView: CycleView }) {
  const { t } = useTexts();
  const editor = useTaskEditor(cycleView);
  return editor && isAtLeast(editor.role, 'unit-coordinator') && t('work.changes.move-keys');
}

import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { isAtLeast } from '../../../../routing/caller.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useMover } from './mover.js';

/** How tasks are moved by mouse and by keyboard, for those who may. */
export default function MoveKeys({ cycleView }: { readonly cycleView: CycleView }) {
  const { t } = useTexts();
  const mover = useMover(cycleView);
  return mover && isAtLeast(mover.role, 'unit-coordinator') && t('work.changes.move-keys');
}

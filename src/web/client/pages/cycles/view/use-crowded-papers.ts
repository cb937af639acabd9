import { useEffect, useState } from 'react';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { Paper } from '../../../../../poster/paper.js';
import { useTexts } from '../../../data/language/use-texts.js';
import type { PageFilter } from '../../../task/filter/page-filter.js';
import { type FilterScene, pickTasks } from '../../../task/filter/pick-tasks.js';

interface Selection {
  readonly cycleView: CycleView;
  readonly filter: PageFilter;
  readonly scene: FilterScene;
  /** What the rings of the wheel are, as the address has it; null for what they usually are. */
  readonly rings: string | null;
}

/**
 * The papers on which a wheel of a selection has more names than room. They are found once somebody asks, by code that a
 * first visit does not fetch; none until then.
 */
export function useCrowdedPapers(
  isAsked: boolean,
  { cycleView, filter, scene, rings }: Selection,
): readonly Paper[] {
  const { t } = useTexts();
  const [crowded, setCrowded] = useState<readonly Paper[]>([]);
  useEffect(() => {
    if (!isAsked) return;
    let isWanted = true;
    void import('./wheel/crowded-papers.js').then(({ crowdedPapers }) => {
      if (isWanted) setCrowded(crowdedPapers(cycleView, pickTasks(cycleView.tasks, filter, scene), rings, t));
    });
    return () => {
      isWanted = false;
    };
  }, [isAsked, cycleView, filter, scene, rings, t]);
  return crowded;
}

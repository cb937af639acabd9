import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { useWayBack } from '../../data/address/way-back.js';
import { useTexts } from '../../data/language/use-texts.js';
import type { Crumb } from './crumbs.js';

/** The first crumb of every page of a cycle: the cycle, in the view and with the filter that the reader had. */
export function useCycleCrumb({ cycle, county }: Pick<CycleView, 'cycle' | 'county'>): Crumb {
  const { t } = useTexts();
  const { view, href } = useWayBack(cycle.id);
  const title = t('ui.title', { county: county.name, schoolYear: cycle.schoolYear });
  return { name: view ? `${title} – ${t(`ui.view.${view}`)}` : title, href };
}

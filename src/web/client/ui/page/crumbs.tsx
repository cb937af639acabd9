import { Link } from 'wouter';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { useWayBack } from '../../data/address/way-back.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useShownViews } from '../../data/session/cycle-state.js';
import styles from './crumbs.module.css';

export interface Crumb {
  readonly name: string;
  readonly href: string;
  readonly lang?: string | undefined;
}

/** The crumbs from the cycle, as the reader left it, down to this page's parent. */
export function Crumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const { t } = useTexts();
  return (
    <nav aria-label={t('ui.crumbs')} className={styles.crumbs}>
      <ol>
        {crumbs.map(({ name, href, lang }) => (
          <li key={href}>
            <Link href={href} lang={lang}>
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The first crumb of every page of a cycle: the cycle, in the view and with the filter that the reader had. */
export function useCycleCrumb(cycleView: Pick<CycleView, 'cycle' | 'county'>): Crumb {
  const { t } = useTexts();
  const { cycle, county } = cycleView;
  const { view, href } = useWayBack(cycle.id, useShownViews(cycleView));
  const title = t('ui.title', { county: county.name, schoolYear: cycle.schoolYear });
  return { name: view ? `${title} – ${t(`ui.view.${view}`)}` : title, href };
}

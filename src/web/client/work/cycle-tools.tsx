import { Link, useLocation, useSearch } from 'wouter';
import type { CycleView } from '../../../cycle/cycle-view.js';
import { STATE_PARAMETER, useCycleState } from '../access/cycle-state.js';
import { useMover } from '../changes/mover.js';
import { UndoButtons } from '../changes/undo-buttons.js';
import { useTexts } from '../language/use-texts.js';
import styles from './cycle-tools.module.css';

/** What those who work see above every view of a cycle: which state they look at, and what they can do with the cycle. */
export default function CycleTools({ cycleView }: { readonly cycleView: CycleView }) {
  const { t } = useTexts();
  const mover = useMover(cycleView);
  return (
    <section className={styles.tools} aria-label={t('work.cycle.label')}>
      {cycleView.cycle.publishedRevision !== null && <StateChoice cycleId={cycleView.cycle.id} />}
      {mover && <UndoButtons cycleId={cycleView.cycle.id} />}
    </section>
  );
}

/** The choice between what is edited and what subscribers see; it lives in the address. */
function StateChoice({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTexts();
  const [path] = useLocation();
  const search = useSearch();
  const state = useCycleState(cycleId);
  const addressOf = (wanted: 'edited' | 'published') => {
    const parameters = new URLSearchParams(search);
    if (wanted === 'edited') parameters.delete(STATE_PARAMETER);
    else parameters.set(STATE_PARAMETER, wanted);
    return parameters.size === 0 ? path : `${path}?${parameters}`;
  };
  return (
    <ul className={styles.states} aria-label={t('work.cycle.states')}>
      {(['edited', 'published'] as const).map((each) => (
        <li key={each}>
          <Link href={addressOf(each)} aria-current={each === state ? 'true' : undefined}>
            {t(`work.cycle.${each}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

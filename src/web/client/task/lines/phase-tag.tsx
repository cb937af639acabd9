import { Link } from 'wouter';
import { phasePath } from '../../data/address/views.js';
import { useKept } from '../../data/address/way-back.js';
import type { NamedPhase } from '../../data/cycle/names.js';
import styles from './phase-tag.module.css';

/** The name of a phase beside its colour, as a link to its page. */
export function PhaseTag({ cycleId, phase }: { readonly cycleId: string; readonly phase: NamedPhase }) {
  const kept = useKept();
  return (
    <Link href={kept(phasePath(cycleId, phase.id))} className={styles.tag} data-series={phase.series}>
      {phase.name}
    </Link>
  );
}

import { ArrowLeftIcon, ArrowRightIcon } from '@navikt/aksel-icons';
import { Link } from 'wouter';
import { useKept } from '../../data/address/way-back.js';
import { useTexts } from '../../data/language/use-texts.js';
import styles from './neighbours.module.css';

export interface Neighbour {
  /** What it is to this page: "Neste oppgave". */
  readonly label: string;
  readonly name: string;
  readonly path: string;
  readonly detail?: string | undefined;
}

interface NeighboursProps {
  readonly previous: Neighbour | undefined;
  readonly next: Neighbour | undefined;
}

/** Links to the previous and next page. */
export function Neighbours({ previous, next }: NeighboursProps) {
  const { t } = useTexts();
  const kept = useKept();
  if (!previous && !next) return null;
  const link = ({ label, name, path, detail }: Neighbour, side: 'previous' | 'next') => (
    <Link href={kept(path)} className={styles.link} data-side={side} rel={side === 'next' ? 'next' : 'prev'}>
      {side === 'previous' ? <ArrowLeftIcon aria-hidden /> : <ArrowRightIcon aria-hidden />}
      <span>
        <span className={styles.label}>{detail ? `${label} · ${detail}` : label}</span>
        <span className={styles.name}>{name}</span>
      </span>
    </Link>
  );
  return (
    <nav aria-label={t('ui.entity.neighbours')} className={styles.neighbours}>
      {previous && link(previous, 'previous')}
      {next && link(next, 'next')}
    </nav>
  );
}

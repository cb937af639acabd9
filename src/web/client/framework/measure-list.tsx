import { Link } from 'wouter';
import { measurePath } from '../data/address/views.js';
import { useKept } from '../data/address/way-back.js';
import { capitalised } from '../data/cycle/knowledge.js';
import { useSeedLang } from '../data/language/use-texts.js';
import styles from './measure-list.module.css';

export interface MeasureLine {
  readonly id: string;
  readonly name: string;
  /** Text below the name, in the language of the page. */
  readonly detail?: string | undefined;
}

interface MeasureListProps {
  readonly cycleId: string;
  readonly measures: readonly MeasureLine[];
}

/** Entries of the knowledge base, each a link to its page. */
export function MeasureList({ cycleId, measures }: MeasureListProps) {
  return (
    <ul className={styles.list}>
      {measures.map(({ id, name, detail }) => (
        <li key={id}>
          <MeasureLink cycleId={cycleId} id={id} name={name} />
          {detail && <span className={styles.detail}>{detail}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The name of an entry of the knowledge base, as a link to its page. */
export function MeasureLink({
  cycleId,
  id,
  name,
}: Omit<MeasureLine, 'detail'> & { readonly cycleId: string }) {
  const kept = useKept();
  const lang = useSeedLang();
  return (
    <Link href={kept(measurePath(cycleId, id))} lang={lang} className={styles.link}>
      {capitalised(name)}
    </Link>
  );
}

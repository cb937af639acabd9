import type { ReactNode } from 'react';
import styles from './named-values.module.css';

interface NamedValuesProps {
  readonly values: readonly (readonly [name: string, value: ReactNode])[];
  /** Says how wide the names are (`--name-width`), if not as others. */
  readonly className?: string | undefined;
}

/** Names with what each is, line by line; on a phone each name stands above. */
export function NamedValues({ values, className = '' }: NamedValuesProps) {
  return (
    <dl className={`${styles.values} ${className}`}>
      {values.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

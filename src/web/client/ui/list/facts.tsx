import type { ReactNode } from 'react';
import styles from './facts.module.css';

export interface Fact {
  readonly name: string;
  readonly values: readonly ReactNode[];
  readonly lang?: string | undefined;
}

/** Facts by name; those without a value are left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ values }) => values.length > 0)
        .map(({ name, values, lang }) => (
          <div key={name}>
            <dt>{name}</dt>
            {values.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the values are never reordered
              <dd key={index} lang={lang}>
                {value}
              </dd>
            ))}
          </div>
        ))}
    </dl>
  );
}

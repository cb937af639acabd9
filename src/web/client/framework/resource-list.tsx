import type { Resource } from '../../../framework/framework-schema.js';
import { useSeedLang } from '../data/language/use-texts.js';
import { HistoricalNote, OutsideLink } from './outside-link.js';
import styles from './resource-list.module.css';

/** National guidelines, initiatives and resources, under their headings in the knowledge base. */
export function ResourceList({ resources }: { readonly resources: readonly Resource[] }) {
  const lang = useSeedLang();
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const group = resource.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), resource]);
  }
  const isSomeHistorical = resources.some(({ links = [] }) => links.some(({ historical }) => historical));
  return (
    <div className={styles.groups}>
      {[...groups].map(([group, members]) => (
        <div key={group} className={styles.group}>
          {group !== '' && (
            <p className={styles.name} lang={lang}>
              {group}
            </p>
          )}
          <ul className={styles.list}>
            {members.map(({ id, name, links = [] }) => (
              <li key={id}>
                {links.length === 0 && <span lang={lang}>{name}</span>}
                {links.map(({ url, historical }, index) => (
                  <span key={url}>
                    {index > 0 && ' · '}
                    <OutsideLink href={url} historical={historical} lang={lang}>
                      {index === 0 ? name : `${index + 1}`}
                    </OutsideLink>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {isSomeHistorical && <HistoricalNote />}
    </div>
  );
}

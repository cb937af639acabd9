import { Link } from 'wouter';
import { useTexts } from '../../data/language/use-texts.js';
import styles from './crumbs.module.css';

export interface Crumb {
  readonly name: string;
  readonly href: string;
  readonly lang?: string | undefined;
}

/** The way from the cycle, as the reader left it, down to what stands above this page. */
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

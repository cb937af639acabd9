import { Link, useLocation } from 'wouter';
import { isAtLeast, type Role } from '../../../routing/caller.js';
import { useTexts } from '../data/language/use-texts.js';
import styles from './work-menu.module.css';

/** The pages of those who work, each with the least role that it is for, in the order of the menu; the text is `work.menu.<name>`. */
const WORK_PAGES = [
  { name: 'my-tasks', path: '/my-tasks', least: 'contributor' },
  { name: 'start', path: '/start', least: 'county-coordinator' },
  { name: 'units', path: '/units', least: 'county-coordinator' },
  { name: 'administration', path: '/administration', least: 'reader' },
] as const satisfies readonly { readonly name: string; readonly path: string; readonly least: Role }[];

/** Links to the pages that a role may open. */
export default function WorkMenu({ role }: { readonly role: Role }) {
  const { t } = useTexts();
  const [path] = useLocation();
  const pages = WORK_PAGES.filter(({ least }) => isAtLeast(role, least));
  if (pages.length === 0) return null;
  return (
    <nav className={styles.menu} aria-label={t('work.menu.label')}>
      <ul>
        {pages.map((page) => (
          <li key={page.name}>
            <Link href={page.path} aria-current={path.startsWith(page.path) ? 'page' : undefined}>
              {t(`work.menu.${page.name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

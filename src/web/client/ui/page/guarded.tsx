import { Button, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { hasRole, type Role } from '../../../../routing/caller.js';
import { useTitle } from '../../data/browser/use-title.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useSession } from '../../data/session/session.js';
import styles from './guarded.module.css';
import { PageHead } from './page-head.js';
import { Failure, Loading } from './states.js';

/** The signed-in editor of a page. */
export interface Worker {
  readonly name: string;
  readonly role: Role;
  readonly county: string;
  readonly countyName: string;
  /** The unit that they act for; the county's own for its coordinator. */
  readonly unit: string;
  readonly unitName: string;
}

interface GuardedProps {
  readonly title: string;
  readonly least: Exclude<Role, 'anyone'>;
  /** The county that the page is about; any when left out. */
  readonly county?: string;
  readonly children: (worker: Worker) => ReactNode;
}

/** Renders the page for those with the role; tells others why it is closed and what they can do. */
export function Guarded({ title, least, county, children }: GuardedProps) {
  const { t } = useTexts();
  const session = useSession();
  useTitle(title);
  if (session.isPending) return <Loading />;
  if (session.isLoadingError)
    return <Failure error={session.error} onRetry={() => void session.refetch()} level={1} />;
  const { name, role, county: own, unit, memberships } = session.data;
  if (name === null) {
    return (
      <Closed title={title} text={t('work.closed.needs-sign-in')}>
        <Button asChild>
          <Link href="/sign-in">{t('ui.sign-in.open')}</Link>
        </Button>
      </Closed>
    );
  }
  const membership = memberships.find((each) => each.unit === unit);
  if (own === null || !membership || !hasRole(session.data, least, county ?? own))
    return (
      <Closed
        title={title}
        text={t('work.closed.needs-role', { role: t(`role.${role}`), least: t(`role.${least}`) })}
      />
    );
  const { unitName, countyName } = membership;
  return children({ name, role, county: own, countyName, unit: membership.unit, unitName });
}

function Closed({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <article className={styles.closed}>
      <PageHead title={title} />
      <Paragraph>{text}</Paragraph>
      {children}
    </article>
  );
}

import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { Link, useLocation } from 'wouter';
import { useTexts } from '../data/language/use-texts.js';
import {
  type Session,
  signInFailure,
  useChooseActingUnit,
  useRefreshWithUnit,
  useSession,
  useSignOut,
  useSignOutError,
} from '../data/session/session.js';
import styles from './session-menu.module.css';

/** Who is signed in, which unit they act for, and signing out; else the link to sign in, where there is one. */
export function SessionMenu() {
  const { t } = useTexts();
  const [path] = useLocation();
  const session = useSession();
  if (!session.data) return null;
  const { name, ways } = session.data;
  if (name !== null) return <SignedIn session={session.data} name={name} />;
  if (path === '/sign-in' || (!ways.mail && ways.provider === null)) return null;
  return (
    <Button asChild variant="tertiary" data-size="sm">
      <Link href="/sign-in">{t('ui.sign-in.open')}</Link>
    </Button>
  );
}

function SignedIn({ session, name }: { readonly session: Session; readonly name: string }) {
  const { t } = useTexts();
  const signOut = useSignOut();
  // The page has been taken down meanwhile, and this with it.
  const error = useSignOutError();
  return (
    <section className={styles.session} aria-label={t('ui.sign-in.session')}>
      <Link
        href="/administration/sessions"
        className={styles.name}
        title={t('ui.sign-in.sessions', { name })}
      >
        {name}
      </Link>
      {session.memberships.length === 0 && <span>{t('ui.sign-in.no-role')}</span>}
      {session.memberships.length > 1 && <ActingUnit session={session} />}
      <Button variant="tertiary" data-size="sm" onClick={() => signOut.mutate()}>
        {t('ui.sign-in.out')}
      </Button>
      {error && <span role="alert">{t(`ui.sign-in.${signInFailure(error, 'failed')}`)}</span>}
    </section>
  );
}

function ActingUnit({ session }: { readonly session: Session }) {
  const { t } = useTexts();
  const id = useId();
  const choose = useChooseActingUnit();
  useRefreshWithUnit(session);
  return (
    <Field data-size="sm">
      <Label htmlFor={id} className="ds-sr-only">
        {t('ui.sign-in.unit')}
      </Label>
      <Select
        id={id}
        width="auto"
        value={(choose.isPending ? choose.variables : session.unit) ?? ''}
        onChange={(event) => choose.mutate(event.target.value)}
      >
        {session.memberships.map(({ unit, unitName, role }) => (
          <Select.Option key={unit} value={unit}>
            {t('ui.sign-in.as', { unit: unitName, role: t(`role.${role}`) })}
          </Select.Option>
        ))}
      </Select>
      {choose.isError && <span role="alert">{t(`ui.sign-in.${signInFailure(choose.error, 'failed')}`)}</span>}
    </Field>
  );
}

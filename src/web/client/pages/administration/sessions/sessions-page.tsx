import { Alert, Button, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { SessionEntry } from '../../../../../access/sign-in/session.js';
import type { Translate } from '../../../../../language/translate.js';
import { AdministrationPage } from '../../../administration/administration-page.js';
import page from '../../../administration/administration-page.module.css';
import { useTitle } from '../../../data/browser/use-title.js';
import { dayInWords, momentInWords } from '../../../data/language/moments.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { useSession } from '../../../data/session/session.js';
import { type Column, DataTable, RowActions } from '../../../ui/list/data-table.js';
import { RowAction } from '../../../ui/list/row-action.js';
import { Toolbar } from '../../../ui/list/toolbar.js';
import { StatusMessage } from '../../../ui/notice/status-message.js';
import { PageHead } from '../../../ui/page/page-head.js';
import { Failure, Loading } from '../../../ui/page/states.js';
import { useEndOtherSessions, useEndSession, useSessions } from './sessions.js';

/** Where the reader is signed in, with a way to end each session; also for those without a role. */
export default function SessionsPage() {
  const session = useSession();
  const isWithoutRole = session.data?.name && session.data.memberships.length === 0;
  if (isWithoutRole) return <WithoutRole />;
  return <AdministrationPage name="sessions">{() => <Sessions />}</AdministrationPage>;
}

/** The page on its own: those without a role have no other administration page. */
function WithoutRole() {
  const { t } = useTexts();
  useTitle(t('work.sessions.title'));
  return (
    <article className={page.page}>
      <PageHead title={t('work.sessions.title')}>
        <Paragraph className={page.lead}>{t('work.sessions.lead')}</Paragraph>
      </PageHead>
      <Sessions />
    </article>
  );
}

function Sessions() {
  const { t } = useTexts();
  const sessions = useSessions();
  const end = useEndSession();
  const endOthers = useEndOtherSessions();
  const [message, setMessage] = useState('');
  if (sessions.isPending) return <Loading />;
  if (sessions.isLoadingError)
    return <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />;
  const placeOf = (session: SessionEntry) => placeInWords(session, t);
  const columns: Column<SessionEntry>[] = [
    { id: 'where', label: t('work.sessions.where'), show: placeOf },
    {
      id: 'started',
      label: t('work.sessions.started'),
      show: ({ startedAt }) => momentInWords(startedAt, t),
    },
    { id: 'used', label: t('work.sessions.used'), show: ({ usedAt }) => dayInWords(usedAt, t) },
    { id: 'expires', label: t('work.sessions.expires'), show: ({ expiresAt }) => dayInWords(expiresAt, t) },
    {
      id: 'actions',
      label: t('work.administration.actions'),
      show: (session) =>
        session.current ? (
          <Tag data-color="info">{t('work.sessions.current')}</Tag>
        ) : (
          <RowActions>
            <RowAction
              label={t('work.sessions.end-of', {
                place: placeOf(session),
                moment: momentInWords(session.startedAt, t),
              })}
              isDangerous
              isPending={end.isPending && end.variables.id === session.id}
              onAct={() =>
                end.mutate(session, {
                  onSuccess: () => setMessage(t('work.sessions.ended', { place: placeOf(session) })),
                })
              }
            >
              {t('work.sessions.end')}
            </RowAction>
          </RowActions>
        ),
    },
  ];
  return (
    <>
      {sessions.data.some(({ current }) => !current) && (
        <Toolbar>
          <Button
            variant="secondary"
            aria-disabled={endOthers.isPending}
            onClick={() =>
              !endOthers.isPending &&
              endOthers.mutate(undefined, { onSuccess: () => setMessage(t('work.sessions.ended-others')) })
            }
          >
            {t('work.sessions.end-others')}
          </Button>
        </Toolbar>
      )}
      <StatusMessage>{message}</StatusMessage>
      {(end.isError || endOthers.isError) && (
        <Alert data-color="danger" role="alert">
          {t('work.administration.failed')}
        </Alert>
      )}
      <DataTable
        name={t('work.sessions.title')}
        columns={columns}
        rows={sessions.data}
        keyOf={({ id }) => id}
      />
    </>
  );
}

/** "Firefox på Windows", as far as it is known. */
function placeInWords({ browser, system }: SessionEntry, t: Translate): string {
  if (browser !== null && system !== null) return t('work.sessions.browser-on', { browser, system });
  return browser ?? system ?? t('work.sessions.unknown');
}

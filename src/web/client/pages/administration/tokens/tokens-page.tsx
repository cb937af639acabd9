import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { ApiToken } from '../../../../../access/tokens/token.js';
import { AdministrationPage } from '../../../administration/administration-page.js';
import { dayInWords, momentInWords } from '../../../data/language/moments.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { WorkDialog } from '../../../ui/dialog/work-dialog.js';
import { type Column, DataTable, RowActions } from '../../../ui/list/data-table.js';
import { RowAction } from '../../../ui/list/row-action.js';
import { Toolbar } from '../../../ui/list/toolbar.js';
import { CopiedText } from '../../../ui/notice/copied-text.js';
import { StatusMessage } from '../../../ui/notice/status-message.js';
import { StatusRegion } from '../../../ui/notice/status-region.js';
import { Failure, Loading, Nothing } from '../../../ui/page/states.js';
import { TokenDialog } from './token-dialog.js';
import { type MadeToken, useRevokeToken, useTokens } from './tokens.js';

/** The reader's own tokens, which let programs act on the reader's behalf. */
export default function TokensPage() {
  return <AdministrationPage name="tokens">{() => <Tokens />}</AdministrationPage>;
}

type Opened = { readonly kind: 'none' | 'add' } | { readonly kind: 'revoke'; readonly token: ApiToken };

function Tokens() {
  const { t } = useTexts();
  const tokens = useTokens();
  const revoke = useRevokeToken();
  const [opened, setOpened] = useState<Opened>({ kind: 'none' });
  const [made, setMade] = useState<MadeToken | null>(null);
  const [message, setMessage] = useState('');
  if (tokens.isPending) return <Loading />;
  if (tokens.isLoadingError) return <Failure error={tokens.error} onRetry={() => void tokens.refetch()} />;
  const close = () => setOpened({ kind: 'none' });
  const columns: Column<ApiToken>[] = [
    { id: 'name', label: t('work.tokens.name'), show: ({ name }) => name },
    {
      id: 'scopes',
      label: t('work.tokens.scopes'),
      show: ({ scopes }) => scopes.map((scope) => t(`work.tokens.scope.${scope}`)).join(', '),
    },
    {
      id: 'created',
      label: t('work.tokens.created'),
      show: ({ createdAt }) => dayInWords(createdAt, t),
    },
    {
      id: 'expires',
      label: t('work.tokens.expires'),
      show: ({ expiresAt }) => dayInWords(expiresAt, t),
    },
    {
      id: 'used',
      label: t('work.tokens.used'),
      show: ({ lastUsedAt }) => (lastUsedAt === null ? t('work.tokens.never') : momentInWords(lastUsedAt, t)),
    },
    {
      id: 'actions',
      label: t('work.administration.actions'),
      show: (token) => (
        <RowActions>
          <RowAction
            label={t('work.tokens.revoke-of', { name: token.name })}
            isDangerous
            onAct={() => setOpened({ kind: 'revoke', token })}
          >
            {t('work.tokens.revoke')}
          </RowAction>
        </RowActions>
      ),
    },
  ];
  return (
    <>
      <Toolbar>
        <Button onClick={() => setOpened({ kind: 'add' })}>
          <PlusIcon aria-hidden />
          {t('work.tokens.add')}
        </Button>
      </Toolbar>
      <StatusMessage>{message}</StatusMessage>
      <StatusRegion>
        {made && (
          <Alert data-color="success">
            <Heading level={2} data-size="xs">
              {t('work.tokens.made', { name: made.name })}
            </Heading>
            <Paragraph>{t('work.tokens.made-help')}</Paragraph>
            <CopiedText text={made.secret} label={t('work.tokens.copy')} />
          </Alert>
        )}
      </StatusRegion>
      {tokens.data.length === 0 ? (
        <Nothing text="work.tokens.empty" />
      ) : (
        <DataTable
          name={t('work.tokens.title')}
          columns={columns}
          rows={tokens.data}
          keyOf={({ id }) => id}
          isPale={({ expiresAt }) => expiresAt < new Date().toISOString()}
        />
      )}
      {opened.kind === 'add' && (
        <TokenDialog
          onClose={close}
          onMade={(token) => {
            setMessage('');
            setMade(token);
          }}
        />
      )}
      {opened.kind === 'revoke' && (
        <WorkDialog
          title={t('work.tokens.revoke-of', { name: opened.token.name })}
          confirm={t('work.tokens.revoke')}
          isDangerous
          isPending={revoke.isPending}
          error={revoke.error}
          onConfirm={(done) =>
            revoke.mutate(opened.token, {
              onSuccess: ({ id, name }) => {
                setMade((shown) => (shown?.id === id ? null : shown));
                setMessage(t('work.tokens.revoked', { name }));
                done();
              },
            })
          }
          onClose={close}
        >
          <Paragraph>{t('work.tokens.revoke-help')}</Paragraph>
        </WorkDialog>
      )}
    </>
  );
}

import { Alert, Details, Heading, Tag } from '@digdir/designsystemet-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Translate } from '../../../../../language/translate.js';
import type { RetryRefusal } from '../../../../../reminders/send/retry-refusal.js';
import type { Unit } from '../../../../../units/unit.js';
import { useParameter } from '../../../data/address/use-parameter.js';
import { type Answer, call } from '../../../data/api/call.js';
import { failureText } from '../../../data/api/failure-text.js';
import { ApiProblem } from '../../../data/api/problem.js';
import { usePages } from '../../../data/api/use-pages.js';
import type { Person } from '../../../data/county/people.js';
import { countyKeys } from '../../../data/keys/county-keys.js';
import { momentInWords } from '../../../data/language/moments.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Choice } from '../../../ui/field/choice.js';
import { type Column, DataTable, RowActions } from '../../../ui/list/data-table.js';
import { NextPage } from '../../../ui/list/next-page.js';
import { RowAction } from '../../../ui/list/row-action.js';
import { Toolbar } from '../../../ui/list/toolbar.js';
import { StatusMessage } from '../../../ui/notice/status-message.js';
import { Failure, Loading, Nothing } from '../../../ui/page/states.js';
import styles from './outbox.module.css';
import { recipientName } from './reminder-load.js';

type Message = Answer<'GET /api/outbox'>[number];

const STATUSES = ['waiting', 'sent', 'failed', 'lapsed'] as const;

const COLOURS = { waiting: 'info', sent: 'success', failed: 'danger', lapsed: 'neutral' } as const;

interface OutboxProps {
  readonly county: string;
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
}

/** Sends a failed message again. */
function useRetry(county: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Message) =>
      call('POST /api/outbox/{id}/retry', { params: { id }, body: { county }, language }),
    onSettled: () => queries.invalidateQueries({ queryKey: countyKeys.anyOutbox }),
  });
}

/** Why a message cannot be sent again. */
function refusalInWords(error: Error, t: Translate): string {
  const refusal = error instanceof ApiProblem ? (error.refusal as RetryRefusal | undefined) : undefined;
  return refusal ? t(`work.reminders.refused.${refusal.code}`) : failureText(error, t);
}

/** The outbox: the messages to people and the status of each. */
export function Outbox({ county, people, units }: OutboxProps) {
  const { t, language } = useTexts();
  const [status, setStatus] = useParameter('status');
  const messages = usePages(countyKeys.outbox({ county, status: status ?? '' }), (page) =>
    // The address may hold anything; the service rejects what is invalid.
    call('GET /api/outbox', {
      query: { county, status: (status || undefined) as Message['status'] | undefined, ...page },
      language,
    }),
  );
  const retry = useRetry(county);
  const columns: Column<Message>[] = [
    {
      id: 'recipient',
      label: t('work.reminders.recipient'),
      show: ({ recipient, address }) => (
        <span className={styles.recipient}>
          {recipientName(recipient, people, units)}
          <span className={styles.address}>{address}</span>
        </span>
      ),
    },
    {
      id: 'day',
      label: t('work.reminders.day'),
      show: ({ day }) => <span className={styles.day}>{day.split('-').reverse().join('.')}</span>,
    },
    {
      id: 'what',
      label: t('work.reminders.what'),
      show: ({ subject, text }) => (
        <Details data-size="sm" data-color="neutral">
          <Details.Summary>{subject}</Details.Summary>
          <Details.Content>
            <pre className={styles.text}>{text}</pre>
          </Details.Content>
        </Details>
      ),
    },
    {
      id: 'status',
      label: t('work.reminders.status'),
      show: (message) => (
        <Tag data-color={COLOURS[message.status]} data-size="sm">
          {t(`work.reminders.is-${message.status}`)}
        </Tag>
      ),
    },
    {
      id: 'answer',
      label: t('work.reminders.answer'),
      show: ({ reason, serverAnswer, attempts, updatedAt }) =>
        (reason !== null || serverAnswer !== null || attempts > 0) && (
          <span className={styles.answer}>
            {[reason, serverAnswer].filter((part) => part !== null).join(': ')}
            {attempts > 0 && (
              <span className={styles.address}>
                {t('work.reminders.attempts', { count: attempts })}, {momentInWords(updatedAt, t)}
              </span>
            )}
          </span>
        ),
    },
    {
      id: 'actions',
      label: t('work.administration.actions'),
      show: (message) =>
        message.status === 'failed' && (
          <RowActions>
            <RowAction
              label={t('work.reminders.retry-of', {
                subject: message.subject,
                name: recipientName(message.recipient, people, units),
              })}
              isPending={retry.isPending && retry.variables.id === message.id}
              onAct={() => retry.mutate(message)}
            >
              {t('work.reminders.retry')}
            </RowAction>
          </RowActions>
        ),
    },
  ];
  return (
    <section className={styles.outbox}>
      <Heading level={2} data-size="sm">
        {t('work.reminders.outbox')}
      </Heading>
      <Toolbar>
        <Choice
          label={t('work.reminders.status')}
          value={status ?? ''}
          options={[
            { id: '', name: t('work.reminders.all') },
            ...STATUSES.map((id) => ({ id, name: t(`work.reminders.is-${id}`) })),
          ]}
          onChoose={(chosen) => setStatus(chosen === '' ? null : chosen)}
        />
      </Toolbar>
      <StatusMessage>{retry.isSuccess ? t('work.reminders.retried') : ''}</StatusMessage>
      {retry.isError && (
        <Alert data-color="danger" role="alert">
          {refusalInWords(retry.error, t)}
        </Alert>
      )}
      {messages.isPending && <Loading />}
      {messages.isLoadingError && <Failure error={messages.error} onRetry={() => void messages.refetch()} />}
      {messages.data?.length === 0 && <Nothing text="work.reminders.empty" />}
      {messages.data && messages.data.length > 0 && (
        <DataTable
          name={t('work.reminders.outbox')}
          columns={columns}
          rows={messages.data}
          keyOf={({ id }) => id}
        />
      )}
      <NextPage
        hasMore={messages.hasNextPage}
        isFetching={messages.isFetchingNextPage}
        onMore={() => void messages.fetchNextPage()}
      />
    </section>
  );
}

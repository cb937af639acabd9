import type { Database } from '../../database/database.js';
import type { DataSubject } from '../data-subject.js';

/** Everything that is stored about somebody besides the row of a person. */
export async function exportOf(database: Database, subject: DataSubject) {
  const [done, reminders, account] = await Promise.all([
    doneBy(database, subject),
    remindersOf(database, subject),
    Promise.all(subject.userIds.map((id) => accountOf(database, id))),
  ]);
  return { ...done, ...reminders, account };
}

/** What somebody has done, and what was done to them. */
async function doneBy(database: Database, { county, authorIds }: DataSubject) {
  const [history, comments, audit, auditAbout, schoolYears, yearDates, lookedOver, feeds, looking] =
    await Promise.all([
      database
        .selectFrom('history')
        .select(['cycle_id as cycleId', 'revision', 'at', 'action', 'task_id as taskId', 'detail as message'])
        .where('county', '=', county)
        .where('who_id', 'in', authorIds)
        .orderBy('at')
        .execute(),
      database
        .selectFrom('comments')
        .select(['task_id as taskId', 'at', 'body as text'])
        .where('county', '=', county)
        .where('who_id', 'in', authorIds)
        .orderBy('at')
        .execute(),
      database
        .selectFrom('audit')
        .select(['at', 'event', 'about', 'detail'])
        .where('county', '=', county)
        .where('who_id', 'in', authorIds)
        .orderBy('at')
        .execute(),
      // Not by whom: that is about others.
      database
        .selectFrom('audit')
        .select(['at', 'event', 'detail'])
        .where('county', '=', county)
        .where('about', 'in', authorIds)
        .orderBy('at')
        .execute(),
      database
        .selectFrom('corrected_school_years')
        .select(['school_year as schoolYear', 'at'])
        .where('county', '=', county)
        .where('who_id', 'in', authorIds)
        .orderBy('at')
        .execute(),
      database
        .selectFrom('year_dates')
        .select(['school_year as schoolYear', 'template', 'at'])
        .where('county', '=', county)
        .where('who_id', 'in', authorIds)
        .orderBy('at')
        .execute(),
      database
        .selectFrom('looked_over')
        .select(['task_id as taskId', 'at'])
        .where('county', '=', county)
        .where('who_id', 'in', authorIds)
        .orderBy('at')
        .execute(),
      database
        .selectFrom('feeds')
        .select(['id', 'name', 'created_at as createdAt'])
        .where('county', '=', county)
        .where('owner_id', 'in', authorIds)
        .execute(),
      database
        .selectFrom('presence')
        .select(['task_id as taskId', 'seen_at as at'])
        .where('county', '=', county)
        .where('person_id', 'in', authorIds)
        .execute(),
    ]);
  return { history, comments, audit, auditAbout, schoolYears, yearDates, lookedOver, feeds, looking };
}

/** What was mailed to somebody, what of it is settled and put off, and what is known of their address. */
async function remindersOf(database: Database, { county, recipient }: DataSubject) {
  const [messages, reminded, snoozes, mailState] = await Promise.all([
    database
      .selectFrom('outbox')
      .innerJoin('outbox_content', (join) =>
        join
          .onRef('outbox_content.county', '=', 'outbox.county')
          .onRef('outbox_content.id', '=', 'outbox.id'),
      )
      .select([
        'address',
        'day',
        'kind',
        'status',
        'reason',
        'attempts',
        'server_answer as serverAnswer',
        'created_at as createdAt',
        'content',
      ])
      .where('outbox.county', '=', county)
      .where('recipient', '=', recipient)
      .orderBy('day')
      .execute(),
    database
      .selectFrom('reminder_ledger')
      .select(['task_id as taskId', 'occasion', 'start', 'told', 'outcome', 'reason', 'settled_at as at'])
      .where('county', '=', county)
      .where('recipient', '=', recipient)
      .orderBy('settled_at')
      .execute(),
    database
      .selectFrom('snoozes')
      .select(['task_id as taskId', 'day'])
      .where('county', '=', county)
      .where('recipient', '=', recipient)
      .orderBy('day')
      .execute(),
    database
      .selectFrom('recipient_states')
      .select(['address', 'subscribed', 'failures', 'paused_at as pausedAt', 'changed_at as changedAt'])
      .where('county', '=', county)
      .where('recipient', '=', recipient)
      .execute(),
  ]);
  return { messages, reminded, snoozes, mailState };
}

/** An account by which somebody signs in; of sessions and tokens what is not secret. */
async function accountOf(database: Database, userId: string) {
  const [user, sessions, tokens, known, signedInAs] = await Promise.all([
    database
      .selectFrom('auth_users')
      .select(['name', 'email', 'email_verified as emailVerified', 'created_at as createdAt'])
      .where('id', '=', userId)
      .executeTakeFirstOrThrow(),
    database
      .selectFrom('auth_sessions')
      .select(['created_at as createdAt', 'expires_at as expiresAt', 'user_agent as browser'])
      .where('user_id', '=', userId)
      .execute(),
    database
      .selectFrom('api_tokens')
      .select([
        'name',
        'scopes',
        'created_at as createdAt',
        'expires_at as expiresAt',
        'last_used_at as lastUsedAt',
      ])
      .where('user_id', '=', userId)
      .execute(),
    database
      .selectFrom('auth_accounts')
      .leftJoin('claimed_roles', 'claimed_roles.subject', 'auth_accounts.account_id')
      .select(['provider_id as provider', 'account_id as subject', 'roles'])
      .where('user_id', '=', userId)
      .execute(),
    database
      .selectFrom('signed_in_as')
      .select(['county', 'person_id as id', 'since'])
      .where('user_id', '=', userId)
      .execute(),
  ]);
  return { ...user, sessions, tokens, known, signedInAs };
}

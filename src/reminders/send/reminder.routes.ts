import { z } from 'zod';
import { daysBetween, type Instant } from '../../calendar/iso-date.js';
import { isoDateSchema } from '../../calendar/iso-date-schema.js';
import { RequestProblem } from '../../routing/problem.js';
import { route } from '../../routing/route.js';
import { LAPSE_REASONS } from '../ledger/ledger.js';
import { lapsedOf } from '../ledger/ledger.store.js';
import { MESSAGE_KINDS, type OutboxMessage, outboxOf } from '../outbox/outbox.store.js';
import type { DueContext } from './reminder-run.use-case.js';
import { retryFailed } from './retry.use-case.js';
import { simulateCounty } from './simulate.use-case.js';

const messageSchema = z.object({
  id: z.string(),
  recipient: z.string(),
  address: z.string(),
  day: z.string(),
  kind: z.enum(MESSAGE_KINDS),
  status: z.enum(['waiting', 'sent', 'failed', 'lapsed']),
  reason: z.string().nullable(),
  attempts: z.int(),
  serverAnswer: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  createdAt: z.string().meta({ format: 'date-time' }),
  updatedAt: z.string().meta({ format: 'date-time' }),
});

const viewOf = ({ content, ...message }: OutboxMessage) => ({
  id: message.id,
  recipient: message.recipient,
  address: message.address,
  day: message.day,
  kind: message.kind,
  status: message.status,
  reason: message.reason,
  attempts: message.attempts,
  serverAnswer: message.serverAnswer,
  subject: content.subject,
  text: content.text,
  createdAt: message.createdAt,
  updatedAt: message.updatedAt,
});

/** The routes of the messages owed to people. */
export function reminderRoutes(context: Pick<DueContext, 'database' | 'schoolDaysOf'>, now: () => Instant) {
  const { database } = context;
  return [
    route({
      method: 'get',
      path: '/api/reminders/simulation',
      summary:
        'Simulate how many reminders each recipient gets each week if the working version is published and everything is done on time',
      query: z.object({ county: z.string(), from: isoDateSchema, to: isoDateSchema }),
      response: z.object({
        mails: z.int(),
        weeks: z.array(
          z.object({
            weekYear: z.int(),
            week: z.int(),
            recipient: z.string(),
            mails: z.int(),
            tasks: z.int(),
          }),
        ),
        choices: z
          .array(
            z.object({
              recipient: z.string(),
              present: z.int(),
              weekly: z.int(),
              eachTask: z.int(),
            }),
          )
          .meta({
            description:
              'E-mails of each recipient in the whole period: by the present choices, and if nobody had chosen anything but one e-mail a week, or each task by its lead times',
          }),
      }),
      handle: async ({ query: { county, from, to } }) => {
        if (to < from || daysBetween(from, to) > 800) {
          const errors = [{ pointer: '/query/to', detail: 'is not within 800 days of the first date' }];
          throw new RequestProblem('invalid-request', 'The dates cannot be simulated.', errors);
        }
        const { mails, weeks, choices } = await simulateCounty(context, county, from, to);
        return { mails, weeks: [...weeks], choices: [...choices] };
      },
    }),
    route({
      method: 'get',
      path: '/api/outbox',
      summary: 'List the messages of a county and their status, newest first',
      query: z.object({
        county: z.string(),
        status: z.enum(['waiting', 'sent', 'failed', 'lapsed']).optional(),
        after: z
          .string()
          .optional()
          .meta({ description: 'The id of the last one read, to continue after it' }),
        limit: z.coerce.number().int().min(1).max(500).default(500),
      }),
      response: z.array(messageSchema),
      handle: async ({ query: { county, ...which } }) =>
        (await outboxOf(database, county, which)).map(viewOf),
    }),
    route({
      method: 'post',
      path: '/api/outbox/{id}/retry',
      summary: 'Resend a failed message to the current address of its recipient',
      params: z.object({ id: z.string() }),
      body: z.strictObject({ county: z.string() }),
      response: messageSchema,
      handle: async ({ params: { id }, body: { county }, caller }) =>
        viewOf(await retryFailed(database, { county, id, caller }, now())),
    }),
    route({
      method: 'get',
      path: '/api/reminders/lapsed',
      summary: 'List the reminders that were due but never sent, and why, latest first',
      query: z.object({
        county: z.string(),
        limit: z.coerce.number().int().min(1).max(500).default(500),
      }),
      response: z.array(
        z.object({
          recipient: z.string(),
          taskId: z.string(),
          occasion: z
            .string()
            .meta({ description: 'Which reminder of the task was due, such as lead:14:2026-12-01' }),
          start: z.string().meta({ format: 'date' }),
          reason: z.enum(LAPSE_REASONS).nullable(),
          at: z.string().meta({ format: 'date-time' }),
        }),
      ),
      handle: ({ query: { county, limit } }) => lapsedOf(database, county, limit),
    }),
  ] as const;
}

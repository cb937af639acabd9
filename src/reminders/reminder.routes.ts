import { z } from 'zod';
import { daysBetween } from '../calendar/iso-date.js';
import { isoDateSchema } from '../calendar/iso-date-schema.js';
import { RequestProblem } from '../routing/problem.js';
import { type Route, route } from '../routing/route.js';
import { outboxOf } from './outbox.store.js';
import type { ReminderContext } from './reminder-run.store.js';
import { simulateCounty } from './simulate.store.js';

const messageSchema = z.object({
  id: z.string(),
  recipient: z.string(),
  address: z.string(),
  day: z.string(),
  kind: z.enum(['daily', 'correction']),
  status: z.enum(['waiting', 'sent', 'failed', 'lapsed']),
  reason: z.string().nullable(),
  attempts: z.int(),
  serverAnswer: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  createdAt: z.string().meta({ format: 'date-time' }),
  updatedAt: z.string().meta({ format: 'date-time' }),
});

/** The routes of the messages owed to people. */
export function reminderRoutes(context: ReminderContext): Route[] {
  const { database } = context;
  return [
    route({
      method: 'get',
      path: '/api/reminders/simulation',
      summary:
        'How many reminders each recipient gets in each week if what is edited is published, and done in time',
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
      }),
      handle: async ({ query: { county, from, to } }) => {
        if (to < from || daysBetween(from, to) > 800) {
          const errors = [{ pointer: '/query/to', detail: 'is not within 800 days after the first' }];
          throw new RequestProblem('invalid-request', 'The days cannot be played.', errors);
        }
        const { mails, weeks } = await simulateCounty(context, county, from, to);
        return { mails, weeks: [...weeks] };
      },
    }),
    route({
      method: 'get',
      path: '/api/outbox',
      summary: 'The messages of a county and what has become of them, newest first',
      query: z.object({
        county: z.string(),
        status: z.enum(['waiting', 'sent', 'failed', 'lapsed']).optional(),
        after: z.string().optional().meta({ description: 'The id of the last one read, to read on' }),
        limit: z.coerce.number().int().min(1).max(500).default(500),
      }),
      response: z.array(messageSchema),
      handle: async ({ query: { county, ...which } }) =>
        (await outboxOf(database, county, which)).map(({ content, ...message }) => ({
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
        })),
    }),
  ];
}

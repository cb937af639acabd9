import { z } from 'zod';
import { daysBetween, type Instant } from '../calendar/iso-date.js';
import { isoDateSchema } from '../calendar/iso-date-schema.js';
import { taskFilterSchema } from '../cycle/task-filter.js';
import { UnreadableImport } from '../exchange/imported-event.js';
import { type Table, tableFromCsv, tableFromExcel } from '../exchange/table.js';
import { languageSchema } from '../language/text-schema.js';
import { RequestProblem } from '../routing/problem.js';
import { type Caller, type Route, route } from '../routing/route.js';
import { leadTimesSchema } from '../units/unit.js';
import { findUnit, unitsOfCounty } from '../units/unit.store.js';
import { outboxOf } from './outbox.store.js';
import {
  addPeople,
  addPerson,
  changePerson,
  findPerson,
  peopleOfCounty,
  removePerson,
} from './people.store.js';
import { missingColumns, planPeople } from './people-import.js';
import { newPersonSchema, type Person, personPatchSchema } from './person.js';
import type { ReminderContext } from './reminder-run.store.js';
import { simulateCounty } from './simulate.store.js';

const personSchema = z
  .object({
    id: z.string(),
    county: z.string(),
    unitId: z.string(),
    name: z.string(),
    address: z.string(),
    language: languageSchema,
    leadTimes: leadTimesSchema,
    weeklyDigest: z.boolean(),
    monthlyOutlook: z.boolean(),
    follows: z.array(z.string()),
    attachesCalendar: z.boolean(),
    followed: taskFilterSchema.nullable(),
    version: z.int(),
    createdAt: z.string().meta({ format: 'date-time' }),
    updatedAt: z.string().meta({ format: 'date-time' }),
  })
  .meta({ id: 'Person' });

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

const view = (person: Person) => ({ ...person, follows: [...person.follows] });

/** The routes of the people who are reminded, and of the messages owed to them. */
export function reminderRoutes(context: ReminderContext & { readonly now: () => Instant }): Route[] {
  const { database, now } = context;
  const params = z.object({ id: z.string() });
  const versionOf = ({ version }: { version: number }) => version;
  const isOf = ({ role, unit }: Caller, unitId: string) => role === 'county-coordinator' || unit === unitId;
  const personOrProblem = async (id: string, caller: Caller): Promise<Person> => {
    const person = await findPerson(database, id);
    if (!person || !isOf(caller, person.unitId))
      throw new RequestProblem('not-found', `There is no person ${id}.`);
    return person;
  };
  const checkUnit = async (county: string, unitId: string, caller: Caller) => {
    const unit = await findUnit(database, unitId);
    const errors = [{ pointer: '/body/unitId', detail: 'is no unit of the county' }];
    if (unit?.county !== county)
      throw new RequestProblem('invalid-request', 'There is no such unit.', errors);
    if (!isOf(caller, unitId))
      throw new RequestProblem('forbidden', 'A unit coordinator adds people to the own unit.', [
        { pointer: '/body/unitId', detail: 'is not your unit' },
      ]);
  };
  const orStale = async (changed: Person | undefined, id: string, caller: Caller) => {
    if (changed) return view(changed);
    const current = view(await personOrProblem(id, caller));
    throw new RequestProblem(
      'precondition-failed',
      `The person is at version ${current.version} by now.`,
      [],
      {
        current,
      },
    );
  };
  return [
    route({
      method: 'get',
      path: '/api/people',
      summary: 'The people of a county who are reminded, by name',
      access: 'unit-coordinator',
      query: z.object({ county: z.string() }),
      response: z.array(personSchema),
      handle: async ({ query, caller }) =>
        (await peopleOfCounty(database, query.county)).filter(({ unitId }) => isOf(caller, unitId)).map(view),
    }),
    route({
      method: 'post',
      path: '/api/people',
      summary: 'Add a person who is reminded',
      access: 'unit-coordinator',
      body: newPersonSchema,
      response: personSchema,
      status: 201,
      versionOf,
      handle: async ({ body, caller }) => {
        await checkUnit(body.county, body.unitId, caller);
        return view(await addPerson(database, body, now()));
      },
    }),
    route({
      method: 'post',
      path: '/api/people/import',
      summary: 'Add people from a CSV or Excel table with the columns name, address and unit',
      access: 'county-coordinator',
      query: z.object({ preview: z.enum(['true', 'false']).default('false') }),
      body: z.strictObject({
        county: z.string(),
        format: z.enum(['csv', 'xlsx']),
        content: z.base64().meta({ description: 'The bytes of the file, as Base64' }),
      }),
      response: z.array(
        z.object({
          place: z.object({ unit: z.enum(['line', 'row', 'event']), number: z.int() }),
          name: z.string(),
          outcome: z.enum(['new', 'duplicate', 'unusable']),
          problems: z.array(z.object({ field: z.string(), what: z.string() })),
        }),
      ),
      handle: async ({ query, body: { county, format, content } }) => {
        const table = await readTable(format, Buffer.from(content, 'base64'));
        const units = await unitsOfCounty(database, county);
        const rows = planPeople(table, county, units, await peopleOfCounty(database, county));
        if (query.preview === 'false')
          await addPeople(
            database,
            rows.flatMap(({ person }) => person ?? []),
            now(),
          );
        return rows.map(({ place, name, outcome, problems }) => ({
          place: { ...place },
          name,
          outcome,
          problems: [...problems],
        }));
      },
    }),
    route({
      method: 'patch',
      path: '/api/people/{id}',
      summary: 'Change a person’s name, address, unit or choices',
      access: 'unit-coordinator',
      precondition: true,
      params,
      body: personPatchSchema,
      response: personSchema,
      versionOf,
      handle: async ({ params: { id }, body, caller, ifMatch }) => {
        const person = await personOrProblem(id, caller);
        if (body.unitId !== undefined) await checkUnit(person.county, body.unitId, caller);
        return orStale(
          await changePerson(database, { ...person, version: ifMatch }, body, now()),
          id,
          caller,
        );
      },
    }),
    route({
      method: 'delete',
      path: '/api/people/{id}',
      summary: 'Remove a person: name and address are erased',
      access: 'unit-coordinator',
      precondition: true,
      params,
      response: personSchema,
      handle: async ({ params: { id }, caller, ifMatch }) => {
        const person = await personOrProblem(id, caller);
        return orStale(await removePerson(database, { ...person, version: ifMatch }, now()), id, caller);
      },
    }),
    route({
      method: 'get',
      path: '/api/reminders/simulation',
      summary:
        'How many reminders each recipient gets in each week if what is edited is published, and done in time',
      access: 'county-coordinator',
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
      access: 'county-coordinator',
      query: z.object({
        county: z.string(),
        status: z.enum(['waiting', 'sent', 'failed', 'lapsed']).optional(),
      }),
      response: z.array(messageSchema),
      handle: async ({ query }) =>
        (await outboxOf(database, query.county, query.status)).map(({ content, ...message }) => ({
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

async function readTable(format: 'csv' | 'xlsx', bytes: Buffer): Promise<Table> {
  const refused = (pointer: string, detail: string) =>
    new RequestProblem('invalid-request', 'The file cannot be read.', [{ pointer, detail }]);
  try {
    const table = format === 'csv' ? tableFromCsv(bytes) : await tableFromExcel(bytes);
    const missing = missingColumns(table);
    if (missing.length > 0) throw refused('/body/content', `has no column for ${missing.join(', ')}`);
    return table;
  } catch (error) {
    if (error instanceof UnreadableImport) throw refused('/body/content', `is ${error.message}`);
    throw error;
  }
}

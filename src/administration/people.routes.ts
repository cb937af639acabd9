import { z } from 'zod';
import { recordAudit } from '../access/audit/audit.store.js';
import { accountFate } from '../access/data-subject.js';
import { accountFateSchema, keptAccountSchema } from '../access/privacy/account-fate.js';
import { subjectOfPerson } from '../access/privacy/data-subject.store.js';
import { eraseTraces } from '../access/privacy/erase.store.js';
import { exportOf } from '../access/privacy/export.store.js';
import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import { fitsUnit } from '../people/given-role.js';
import {
  addPerson,
  findPerson,
  LastCoordinator,
  peopleOfCounty,
  removePerson,
} from '../people/people.store.js';
import { newPersonSchema, type Person, type PersonPatch, personPatchSchema } from '../people/person.js';
import { statesOfPeople } from '../reminders/recipients/recipient-state.store.js';
import { type Caller, isAtLeast } from '../routing/caller.js';
import { changesNothing } from '../routing/changes-nothing.js';
import { RequestProblem } from '../routing/problem.js';
import { route } from '../routing/route.js';
import { checkFilterUnits } from '../task/filter/filter-units.js';
import type { Unit } from '../units/unit.js';
import { findUnit, unitsOfCounty } from '../units/unit.store.js';
import { changePerson } from './change-person.use-case.js';
import { personSchema, viewPerson } from './person-view.js';

const erasedPersonSchema = personSchema.extend(accountFateSchema.shape).meta({
  id: 'ErasedPerson',
  description: 'What remains of the person, and what has happened to the account',
});

/** Says of a change that would leave the county without a coordinator that it cannot be made. */
async function unlessLast<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (!(error instanceof LastCoordinator)) throw error;
    throw new RequestProblem(
      'conflict',
      'This is the county’s last coordinator: give somebody else the role first.',
      [{ pointer: '/body/role', detail: 'is held by the county’s last coordinator' }],
    );
  }
}

export interface PeopleContext {
  readonly database: Database;
  readonly now: () => Instant;
}

/** The routes of the people of a county: who gets reminders, and who has which role. */
export function peopleRoutes({ database, now }: PeopleContext) {
  const view = async (person: Person) =>
    viewPerson(person, (await statesOfPeople(database, person.county))(person));
  const params = z.object({ id: z.string() });
  const versionOf = ({ version }: { version: number }) => version;
  const isOf = ({ role, unit }: Caller, unitId: string) => role === 'county-coordinator' || unit === unitId;
  const personOrProblem = async (id: string, caller: Caller): Promise<Person> => {
    const person = await findPerson(database, id);
    if (!person || !isOf(caller, person.unitId))
      throw new RequestProblem('not-found', `No person has the id ${id}.`);
    return person;
  };
  const unitOrProblem = async (county: string, unitId: string, caller: Caller): Promise<Unit> => {
    const unit = await findUnit(database, unitId);
    const errors = [{ pointer: '/body/unitId', detail: 'is not a unit of the county' }];
    if (unit?.county !== county) throw new RequestProblem('invalid-request', 'No unit has this id.', errors);
    if (!isOf(caller, unitId))
      throw new RequestProblem('forbidden', 'A unit coordinator can add people only to their own unit.', [
        { pointer: '/body/unitId', detail: 'is not your unit' },
      ]);
    return unit;
  };
  /** Refuses a role with more rights than the caller's own, or one that the unit cannot have. */
  const checkRole = (role: Person['role'], unit: Pick<Unit, 'id' | 'county'>, caller: Caller) => {
    if (!fitsUnit(role, unit))
      throw new RequestProblem('invalid-request', 'The role does not fit the unit.', [
        { pointer: '/body/role', detail: `cannot be held in ${unit.id}` },
      ]);
    if (role !== 'none' && !isAtLeast(caller.role, role))
      throw new RequestProblem('forbidden', 'You cannot give a role with more rights than your own.', [
        { pointer: '/body/role', detail: 'has more rights than your own role' },
      ]);
  };
  /** What somebody follows is of their own county. */
  const checkFollowed = async (
    county: string,
    { follows, followed }: Pick<PersonPatch, 'follows' | 'followed'>,
  ) => {
    const errors = (follows ?? []).flatMap((id, position) =>
      id.startsWith(`${county}-`)
        ? []
        : [{ pointer: `/body/follows/${position}`, detail: 'is not a task of the county' }],
    );
    if (errors.length > 0)
      throw new RequestProblem('invalid-request', 'Some of the tasks to follow do not exist.', errors);
    if (followed) checkFilterUnits(followed, await unitsOfCounty(database, county), '/body/followed');
  };
  const orStale = async (changed: Person | undefined, id: string, caller: Caller): Promise<Person> => {
    if (changed) return changed;
    const current = await view(await personOrProblem(id, caller));
    throw new RequestProblem(
      'precondition-failed',
      `The person has changed: its version is now ${current.version}.`,
      [],
      { current },
    );
  };
  const record = (
    caller: Caller,
    event: 'person-added' | 'role-changed' | 'address-changed' | 'person-exported' | 'person-erased',
    { county, id }: Person,
    detail?: Record<string, string>,
  ) => recordAudit(database, { county, event, by: caller, about: id, ...(detail && { detail }) }, now());
  const changed = async (person: Person, patch: PersonPatch, caller: Caller): Promise<Person | undefined> => {
    const after = await unlessLast(changePerson(database, person, patch, now()));
    if (after && (after.role !== person.role || after.unitId !== person.unitId))
      await record(caller, 'role-changed', after, { from: person.role, to: after.role, unit: after.unitId });
    // The owner of the address can sign in as the person.
    if (after && after.role !== 'none' && after.address !== person.address)
      await record(caller, 'address-changed', after);
    return after;
  };
  return [
    route({
      method: 'get',
      path: '/api/people',
      summary: 'List the people of a county by name: who gets reminders, and who may do what',
      query: z.object({ county: z.string() }),
      response: z.array(personSchema),
      handle: async ({ query: { county }, caller }) => {
        const stateOf = await statesOfPeople(database, county);
        return (await peopleOfCounty(database, county))
          .filter(({ unitId }) => isOf(caller, unitId))
          .map((person) => viewPerson(person, stateOf(person)));
      },
    }),
    route({
      method: 'post',
      path: '/api/people',
      summary: 'Add a person who gets reminders, with or without a role',
      body: newPersonSchema,
      response: personSchema,
      status: 201,
      versionOf,
      handle: async ({ body, caller }) => {
        checkRole(body.role, await unitOrProblem(body.county, body.unitId, caller), caller);
        await checkFollowed(body.county, body);
        const person = await addPerson(database, body, now());
        await record(caller, 'person-added', person, { role: person.role, unit: person.unitId });
        return view(person);
      },
    }),
    route({
      method: 'patch',
      path: '/api/people/{id}',
      summary: 'Change a person’s name, address, unit, role or choices',
      precondition: true,
      params,
      body: personPatchSchema,
      response: personSchema,
      versionOf,
      handle: async ({ params: { id }, body, caller, ifMatch }) => {
        const person = await personOrProblem(id, caller);
        const { unitId = person.unitId, role = person.role } = body;
        if (body.unitId !== undefined || body.role !== undefined)
          checkRole(role, await unitOrProblem(person.county, unitId, caller), caller);
        await checkFollowed(person.county, body);
        const shown = await view(person);
        const present = { ...shown, paused: shown.pausedAt !== null };
        if (person.version === ifMatch && changesNothing(present, body)) return shown;
        return view(await orStale(await changed({ ...person, version: ifMatch }, body, caller), id, caller));
      },
    }),
    route({
      method: 'delete',
      path: '/api/people/{id}',
      summary:
        'Erase a person: name and address are removed, and the history says “removed person”. The account is erased if it is theirs alone',
      precondition: true,
      params,
      response: erasedPersonSchema,
      handle: async ({ params: { id }, caller, ifMatch }) => {
        const person = await personOrProblem(id, caller);
        let fate = accountFate({ userIds: [], kept: null });
        const removed = await unlessLast(
          removePerson(database, { ...person, version: ifMatch }, now(), async (transaction) => {
            const subject = await subjectOfPerson(transaction, person);
            fate = accountFate(subject);
            await eraseTraces(transaction, subject);
          }),
        );
        const erased = await orStale(removed, id, caller);
        await record(caller, 'person-erased', person, { account: fate.account });
        return { ...(await view(erased)), ...fate };
      },
    }),
    route({
      method: 'get',
      path: '/api/people/{id}/export',
      summary: 'Export everything stored about a person',
      params,
      response: z.looseObject({ person: personSchema, ...keptAccountSchema.shape }),
      handle: async ({ params: { id }, caller }) => {
        const person = await personOrProblem(id, caller);
        await record(caller, 'person-exported', person);
        const subject = await subjectOfPerson(database, person);
        return {
          person: await view(person),
          accountKept: subject.kept,
          ...(await exportOf(database, subject)),
        };
      },
    }),
  ] as const;
}

import { dateAt } from '../../calendar/iso-date.js';
import { ZONE } from '../../calendar/zone.js';
import type { Database, Transaction } from '../../database/database.js';
import { isNobodysAddress } from '../../people/nobodys-address.js';
import { peopleOfCounty } from '../../people/people.store.js';
import { unitsOfCounty } from '../../units/unit.store.js';
import type { Recipient } from './recipient.js';

/**
 * Everybody in a county who may be reminded: its people, and the units that have an address. Leaves out paused addresses
 * and those in domains that get no mail (RFC 2606), such as the first coordinator's initial one.
 */
export async function recipientsOfCounty(
  database: Database | Transaction,
  county: string,
): Promise<Recipient[]> {
  const units = new Map((await unitsOfCounty(database, county)).map((unit) => [unit.id, unit]));
  const states = new Map(
    (await database.selectFrom('recipient_states').selectAll().where('county', '=', county).execute()).map(
      (row) => [row.recipient, row],
    ),
  );
  const people = (await peopleOfCounty(database, county)).flatMap((person): Recipient[] => {
    const unit = units.get(person.unitId);
    if (!unit || unit.retired || isNobodysAddress(person.address)) return [];
    const { name, address, language, reminders, leadTimes, follows, followed } = person;
    const { weeklyDigest, monthlyOutlook, attachesCalendar } = person;
    return [
      {
        key: `person:${person.id}`,
        county,
        address,
        name,
        language,
        unit,
        joinedOn: dateAt(person.createdAt, ZONE),
        reminders: reminders ?? unit.reminders,
        leadTimes: { ...unit.leadTimes, ...leadTimes },
        weeklyDigest,
        monthlyOutlook,
        attachesCalendar,
        isCoordinator: person.role === 'county-coordinator',
        isSubscribed: true,
        follows,
        followed,
      },
    ];
  });
  const contacts = [...units.values()].flatMap(({ address, retired, ...unit }): Recipient[] => {
    if (address === null || retired) return [];
    const none = {
      weeklyDigest: false,
      monthlyOutlook: false,
      attachesCalendar: false,
      isCoordinator: false,
      follows: [],
      followed: null,
    };
    return [
      {
        key: `unit:${unit.id}`,
        county,
        address,
        name: unit.name,
        language: unit.language,
        unit,
        joinedOn: null,
        reminders: unit.reminders,
        leadTimes: unit.leadTimes,
        ...none,
        isSubscribed: true,
      },
    ];
  });
  return [...people, ...contacts].flatMap((recipient): Recipient[] => {
    const state = states.get(recipient.key);
    if (!state) return [recipient];
    const isPaused = state.paused_at !== null && state.address === recipient.address;
    return isPaused ? [] : [{ ...recipient, isSubscribed: state.subscribed === 1 }];
  });
}

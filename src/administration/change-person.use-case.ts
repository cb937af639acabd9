import { eraseAccountOf } from '../access/privacy/erase.store.js';
import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import { updatePerson } from '../people/people.store.js';
import type { Person, PersonPatch } from '../people/person.js';
import { liftPause, setSubscribed } from '../reminders/recipients/recipient-state.store.js';
import { unsubscribe } from '../reminders/recipients/unsubscribing.store.js';

/**
 * Changes a person at the version given, and with it, in one transaction, 1. whether reminders come, 2. the account of an
 * address that is given up, 3. the pause of an address. Undefined when the person is not at that version any more.
 */
export async function changePerson(
  database: Database,
  person: Person,
  patch: PersonPatch,
  now: Instant,
): Promise<Person | undefined> {
  return updatePerson(database, person, patch, {
    now,
    also: async (transaction) => {
      const { county } = person;
      const key = `person:${person.id}`;
      if (patch.subscribed === true) await setSubscribed(transaction, { county, recipient: key }, true, now);
      if (patch.subscribed === false) await unsubscribe(transaction, county, key, now);
      if (patch.address !== undefined && patch.address.toLowerCase() !== person.address.toLowerCase())
        await eraseAccountOf(transaction, person);
      if (patch.paused === false) await liftPause(transaction, county, key, now);
    },
  });
}

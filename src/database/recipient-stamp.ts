import type { Transaction } from './database.js';

/** Says that a county's people, or what is known of its recipients, have changed. */
export async function raiseRecipientStamp(transaction: Transaction, county: string): Promise<void> {
  await transaction
    .insertInto('recipient_stamps')
    .values({ county, stamp: 1 })
    .onConflict((conflict) =>
      conflict.column('county').doUpdateSet((eb) => ({ stamp: eb('recipient_stamps.stamp', '+', 1) })),
    )
    .execute();
}

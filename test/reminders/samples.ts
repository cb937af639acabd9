import type { Recipient } from '../../src/reminders/recipients/recipient.js';

/** Somebody at a school who has chosen nothing. */
export const kari: Recipient = {
  key: 'person:kari',
  county: '39',
  address: 'kari@horten.example',
  name: 'Kari',
  language: 'nb',
  unit: { id: '39-horten', kind: 'school', partner: null, route: null },
  joinedOn: null,
  reminders: 'weekly',
  leadTimes: {},
  weeklyDigest: false,
  monthlyOutlook: false,
  attachesCalendar: false,
  isCoordinator: false,
  isSubscribed: true,
  follows: [],
  followed: null,
};

/** Somebody at a school who is reminded of each task for itself. */
export const ola: Recipient = { ...kari, key: 'person:ola', name: 'Ola', reminders: 'each-task' };

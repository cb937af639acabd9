import { VIEWS } from '../../src/web/client/data/address/views.js';
import { CYCLE } from './page-service.js';

/** One address of each kind of page, by a name. */
export const PAGES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(VIEWS.map((view) => [view, `/cycles/${CYCLE}/${view}`])),
  'wheel-month': `/cycles/${CYCLE}/wheel?zoom=month:2026-10-01&rings=actor`,
  'wheel-compared': `/cycles/${CYCLE}/wheel?compare`,
  task: `/tasks/${CYCLE}-soknadsfrist-videregaende`,
  phase: `/cycles/${CYCLE}/phases/oppstart-vg1`,
  measure: `/cycles/${CYCLE}/measures/ov1-tett-oppfolging`,
};

/** The pages of those who work, by a name: they are looked at by a county coordinator who has signed in. */
export const WORK_PAGES: Readonly<Record<string, string>> = {
  'work-agenda': `/cycles/${CYCLE}/agenda`,
  'work-wheel': `/cycles/${CYCLE}/wheel`,
  'work-coverage': `/cycles/${CYCLE}/coverage`,
  'work-task': `/tasks/${CYCLE}-soknadsfrist-videregaende`,
  'task-form': `/cycles/${CYCLE}/agenda?edit=${CYCLE}-soknadsfrist-videregaende`,
  'my-tasks': '/my-tasks',
  history: `/cycles/${CYCLE}/history`,
  publish: `/cycles/${CYCLE}/publish`,
  import: `/cycles/${CYCLE}/import`,
  regenerate: `/cycles/${CYCLE}/regenerate`,
  rollover: `/cycles/${CYCLE}/rollover`,
  start: '/start',
  ...Object.fromEntries(
    ['skolerute', 'units', 'draft'].map((step) => [`start-${step}`, `/start/2027-2028/${step}`]),
  ),
  // What comes after the draft is there for a year that has one.
  ...Object.fromEntries(
    ['review', 'publish', 'share'].map((step) => [`start-${step}`, `/start/2026-2027/${step}`]),
  ),
  units: '/units',
  ...Object.fromEntries(
    ['people', 'subscriptions', 'reminders', 'audit', 'settings', 'tokens', 'sessions'].map((page) => [
      `administration-${page}`,
      `/administration/${page}`,
    ]),
  ),
};

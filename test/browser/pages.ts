import { VIEWS } from '../../src/web/client/shell/views.js';
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

import type { Role } from '../../routing/caller.js';
import type { Route } from '../../routing/route.js';

/**
 * How the county of a request is determined:
 * - `everybody`: the data is the same for all counties
 * - `shown`: public cycles are for anyone, the rest for readers of the county; the route checks this
 * - `counted`: the same for contributors, and for anyone when the county has opened its coverage; the route checks this
 * - `own`: the route selects the data that concerns the caller
 * - `session`: the caller's own data as a person, who has to be signed in: tokens are refused
 * - `query`, `body`, `document`: a county that the request names
 * - a kind of thing: the id in the path begins with the number of its county
 */
export type Scope =
  | 'everybody'
  | 'shown'
  | 'counted'
  | 'own'
  | 'session'
  | 'query'
  | 'body'
  | 'document'
  | 'cycle'
  | 'task'
  | 'unit'
  | 'person'
  | 'account'
  | 'feed';

export type Permission = readonly [least: Role, scope: Scope];

/**
 * Who may call which route: the least role, and in whose county. The service does not start when a route is missing here.
 * Not listed, because anyone who knows the address may call them: feeds and their pages, links in mails, the documents of the
 * page and its files, /healthz, /readyz, /metrics, /docs, /openapi.json, and the way back from the provider.
 */
export const PERMISSIONS: Readonly<Record<string, Permission>> = {
  // What the service knows
  'GET /api/framework': ['anyone', 'everybody'],
  'GET /api/framework/concerning': ['anyone', 'everybody'],
  'GET /api/measures': ['anyone', 'everybody'],

  // Cycles
  'GET /api/cycles': ['anyone', 'shown'],
  'GET /api/cycles/{id}': ['anyone', 'shown'],
  'GET /api/cycles/{id}/view': ['anyone', 'shown'],
  'POST /api/cycles/{id}/feeds': ['anyone', 'shown'],
  'POST /api/cycles/{id}/feeds/preview': ['anyone', 'shown'],
  'GET /api/cycles/{id}/coverage': ['anyone', 'counted'],
  'GET /api/cycles/{id}/workload': ['anyone', 'counted'],
  'GET /api/cycles/{id}/gaps': ['anyone', 'counted'],
  'GET /api/cycles/{id}/table': ['anyone', 'shown'],
  'GET /cycles/{id}/wheel.{format}': ['anyone', 'shown'],
  'GET /cycles/{id}/list.{format}': ['anyone', 'shown'],
  'GET /api/cycles/{id}/tasks': ['reader', 'cycle'],
  'GET /api/cycles/{id}/history': ['reader', 'cycle'],
  'GET /api/cycles/{id}/history/authors': ['reader', 'cycle'],
  'GET /api/cycles/{id}/events': ['reader', 'cycle'],
  'GET /api/cycles/{id}/owed': ['reader', 'cycle'],
  'GET /api/cycles/{id}/changes': ['reader', 'cycle'],
  'GET /api/cycles/{id}/audience': ['reader', 'cycle'],
  'GET /api/cycles/{id}/looked-over': ['reader', 'cycle'],
  'POST /api/cycles/{id}/bulk': ['contributor', 'cycle'],
  'GET /api/cycles/{id}/undo': ['contributor', 'cycle'],
  'POST /api/cycles/{id}/undo': ['contributor', 'cycle'],
  'POST /api/cycles/{id}/redo': ['contributor', 'cycle'],
  'POST /api/cycles/{id}/tasks': ['unit-coordinator', 'cycle'],
  'POST /api/cycles/{id}/date-preview': ['unit-coordinator', 'cycle'],
  'POST /api/cycles/{id}/gaps': ['unit-coordinator', 'cycle'],
  'POST /api/cycles/{id}/gaps/preview': ['unit-coordinator', 'cycle'],
  'POST /api/cycles/{id}/import': ['unit-coordinator', 'cycle'],
  'GET /api/cycles/{id}/left-out': ['county-coordinator', 'cycle'],
  'POST /api/cycles/{id}/left-out': ['county-coordinator', 'cycle'],
  'GET /api/draft-sizes': ['county-coordinator', 'query'],
  'POST /api/cycles': ['county-coordinator', 'body'],
  'PATCH /api/cycles/{id}': ['county-coordinator', 'cycle'],
  'POST /api/cycles/{id}/publish': ['county-coordinator', 'cycle'],
  'POST /api/cycles/{id}/archive': ['county-coordinator', 'cycle'],
  'POST /api/cycles/{id}/restore': ['county-coordinator', 'cycle'],
  'PATCH /api/cycles/{id}/looked-over': ['county-coordinator', 'cycle'],
  'POST /api/cycles/{id}/regenerate': ['county-coordinator', 'cycle'],
  'POST /api/cycles/{id}/rollover': ['county-coordinator', 'cycle'],
  'GET /api/cycles/{id}/document': ['county-coordinator', 'cycle'],
  'POST /api/cycles/documents': ['county-coordinator', 'document'],

  // Tasks: of which fields, see task/layer.ts
  'GET /api/tasks/{id}/view': ['anyone', 'shown'],
  'GET /api/tasks/{id}': ['reader', 'task'],
  'GET /api/tasks/{id}/comments': ['reader', 'task'],
  'POST /api/tasks/{id}/presence': ['reader', 'task'],
  'DELETE /api/tasks/{id}/presence': ['reader', 'task'],
  'POST /api/tasks/{id}/comments': ['contributor', 'task'],
  'PATCH /api/tasks/{id}': ['contributor', 'task'],
  'PATCH /api/tasks/{id}/adjustments/{unit}': ['contributor', 'task'],
  'DELETE /api/tasks/{id}': ['unit-coordinator', 'task'],

  // School years
  'GET /api/school-years/{label}': ['reader', 'query'],
  'PATCH /api/school-years/{label}': ['county-coordinator', 'query'],
  'DELETE /api/school-years/{label}': ['county-coordinator', 'query'],
  'GET /api/school-years/{label}/dates': ['reader', 'query'],
  'PATCH /api/school-years/{label}/dates/{template}': ['county-coordinator', 'query'],
  'DELETE /api/school-years/{label}/dates/{template}': ['county-coordinator', 'query'],
  'POST /api/school-years/import': ['county-coordinator', 'body'],

  // Units and people; a unit coordinator's are those of the own unit
  'GET /api/units': ['reader', 'query'],
  'GET /api/units/{id}': ['reader', 'unit'],
  'POST /api/units': ['county-coordinator', 'body'],
  'POST /api/units/import': ['county-coordinator', 'body'],
  'PATCH /api/units/{id}': ['county-coordinator', 'unit'],
  'GET /api/people': ['unit-coordinator', 'query'],
  'POST /api/people': ['unit-coordinator', 'body'],
  'PATCH /api/people/{id}': ['unit-coordinator', 'person'],
  'DELETE /api/people/{id}': ['unit-coordinator', 'person'],
  'GET /api/people/{id}/export': ['unit-coordinator', 'person'],
  'POST /api/people/import': ['county-coordinator', 'body'],
  'GET /api/accounts': ['county-coordinator', 'query'],
  'GET /api/accounts/{id}/export': ['county-coordinator', 'account'],
  'DELETE /api/accounts/{id}': ['county-coordinator', 'account'],

  // Feeds; a unit coordinator's are the own and those of the own unit
  'GET /api/feeds': ['unit-coordinator', 'query'],
  'POST /api/feeds': ['unit-coordinator', 'body'],
  'GET /api/feeds/{id}': ['unit-coordinator', 'feed'],
  'PATCH /api/feeds/{id}': ['unit-coordinator', 'feed'],
  'POST /api/feeds/{id}/rotate': ['unit-coordinator', 'feed'],
  'DELETE /api/feeds/{id}': ['unit-coordinator', 'feed'],

  // Reminders
  'GET /api/reminders/simulation': ['county-coordinator', 'query'],
  'GET /api/reminders/lapsed': ['county-coordinator', 'query'],
  'GET /api/outbox': ['county-coordinator', 'query'],
  'POST /api/outbox/{id}/retry': ['county-coordinator', 'body'],

  // Signing in, and who has done what
  'GET /api/session': ['anyone', 'own'],
  'POST /api/sign-in/mail': ['anyone', 'everybody'],
  'POST /api/sign-in/link': ['anyone', 'everybody'],
  'POST /api/sign-in/provider': ['anyone', 'everybody'],
  'POST /api/sign-out': ['anyone', 'own'],
  // Also of who has lost the role
  'GET /api/sessions': ['anyone', 'session'],
  'DELETE /api/sessions': ['anyone', 'session'],
  'DELETE /api/sessions/{id}': ['anyone', 'session'],
  'GET /api/tokens': ['reader', 'session'],
  'POST /api/tokens': ['reader', 'session'],
  'DELETE /api/tokens/{id}': ['reader', 'session'],
  'GET /api/audit': ['county-coordinator', 'query'],
  'GET /api/settings': ['county-coordinator', 'everybody'],
};

/** The name of a route in the table: `GET /api/cycles/{id}`. */
export function routeName({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return `${method.toUpperCase()} ${path}`;
}

/** Who may call a route; throws RangeError for a route that is not in the table. */
export function permissionOf(route: Pick<Route, 'method' | 'path'>): Permission {
  const permission = PERMISSIONS[routeName(route)];
  if (!permission) throw new RangeError(`${routeName(route)} is missing in access/roles/permissions.ts`);
  return permission;
}

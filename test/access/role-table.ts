/** From which role on a route lets in, in the own county; nobody is who has signed in and has none. */
type Least = 'anyone' | 'nobody' | 'reader' | 'contributor' | 'unit-coordinator' | 'county-coordinator';

/**
 * What it answers about another county:
 * - `same`: nothing of it is of a county
 * - `none`: that there is no such thing, as for an id that is unknown
 * - `refused`: that it is not theirs, because the request names the county
 */
type Elsewhere = 'same' | 'none' | 'refused';

/**
 * Who shall be let in where, for a county whose cycle is published but not public. `hidden`: to those who are not let in,
 * the thing is not there. `counted`: the same, except that readers of the county are told that it is not theirs. `person`: tokens
 * and automation are not let in.
 */
export const ROLE_TABLE: Readonly<
  Record<string, readonly [Least, Elsewhere, ('hidden' | 'counted' | 'person')?]>
> = {
  'GET /api/framework': ['anyone', 'same'],
  'GET /api/framework/concerning': ['anyone', 'same'],
  'GET /api/measures': ['anyone', 'same'],
  'GET /api/session': ['anyone', 'same'],
  'POST /api/sign-in/mail': ['anyone', 'same'],
  'POST /api/sign-in/link': ['anyone', 'same'],
  'POST /api/sign-in/provider': ['anyone', 'same'],
  'GET /api/cycles': ['anyone', 'same'],

  'GET /api/cycles/{id}': ['reader', 'none', 'hidden'],
  'GET /api/cycles/{id}/view': ['reader', 'none', 'hidden'],
  'GET /api/cycles/{id}/coverage': ['contributor', 'none', 'counted'],
  'GET /api/cycles/{id}/workload': ['contributor', 'none', 'counted'],
  'GET /api/cycles/{id}/gaps': ['contributor', 'none', 'counted'],
  'GET /api/cycles/{id}/table': ['reader', 'none', 'hidden'],
  'GET /cycles/{id}/wheel.{format}': ['reader', 'none', 'hidden'],
  'GET /cycles/{id}/list.{format}': ['reader', 'none', 'hidden'],
  'POST /api/cycles/{id}/feeds': ['reader', 'none', 'hidden'],
  'POST /api/cycles/{id}/feeds/preview': ['reader', 'none', 'hidden'],
  'GET /api/tasks/{id}/view': ['reader', 'none', 'hidden'],

  'GET /api/cycles/{id}/tasks': ['reader', 'none'],
  'GET /api/cycles/{id}/history': ['reader', 'none'],
  'GET /api/cycles/{id}/history/authors': ['reader', 'none'],
  'GET /api/cycles/{id}/events': ['reader', 'none'],
  'GET /api/cycles/{id}/owed': ['reader', 'none'],
  'GET /api/cycles/{id}/changes': ['reader', 'none'],
  'GET /api/cycles/{id}/audience': ['reader', 'none'],
  'GET /api/cycles/{id}/looked-over': ['reader', 'none'],
  'GET /api/tasks/{id}': ['reader', 'none'],
  'GET /api/tasks/{id}/comments': ['reader', 'none'],
  'GET /api/school-years/{label}': ['reader', 'refused'],
  'GET /api/school-years/{label}/dates': ['reader', 'refused'],
  'POST /api/tasks/{id}/presence': ['reader', 'none'],
  'DELETE /api/tasks/{id}/presence': ['reader', 'none'],
  'GET /api/units': ['reader', 'refused'],
  'GET /api/units/{id}': ['reader', 'none'],
  'GET /api/sessions': ['nobody', 'same', 'person'],
  'DELETE /api/sessions': ['nobody', 'same', 'person'],
  'DELETE /api/sessions/{id}': ['nobody', 'same', 'person'],
  'GET /api/tokens': ['reader', 'same', 'person'],
  'POST /api/tokens': ['reader', 'same', 'person'],
  'DELETE /api/tokens/{id}': ['reader', 'same', 'person'],

  'POST /api/tasks/{id}/comments': ['contributor', 'none'],
  'PATCH /api/tasks/{id}': ['contributor', 'none'],
  'PATCH /api/tasks/{id}/adjustments/{unit}': ['contributor', 'none'],
  'POST /api/cycles/{id}/bulk': ['contributor', 'none'],
  'GET /api/cycles/{id}/undo': ['contributor', 'none'],
  'POST /api/cycles/{id}/undo': ['contributor', 'none'],
  'POST /api/cycles/{id}/redo': ['contributor', 'none'],

  'POST /api/cycles/{id}/tasks': ['unit-coordinator', 'none'],
  'POST /api/cycles/{id}/date-preview': ['unit-coordinator', 'none'],
  'POST /api/cycles/{id}/gaps': ['unit-coordinator', 'none'],
  'POST /api/cycles/{id}/gaps/preview': ['unit-coordinator', 'none'],
  'POST /api/cycles/{id}/import': ['unit-coordinator', 'none'],
  'DELETE /api/tasks/{id}': ['unit-coordinator', 'none'],
  'GET /api/people': ['unit-coordinator', 'refused'],
  'POST /api/people': ['unit-coordinator', 'refused'],
  'PATCH /api/people/{id}': ['unit-coordinator', 'none'],
  'DELETE /api/people/{id}': ['unit-coordinator', 'none'],
  'GET /api/people/{id}/export': ['unit-coordinator', 'none'],
  'GET /api/feeds': ['unit-coordinator', 'refused'],
  'POST /api/feeds': ['unit-coordinator', 'refused'],
  'GET /api/feeds/{id}': ['unit-coordinator', 'none'],
  'PATCH /api/feeds/{id}': ['unit-coordinator', 'none'],
  'POST /api/feeds/{id}/rotate': ['unit-coordinator', 'none'],
  'DELETE /api/feeds/{id}': ['unit-coordinator', 'none'],

  'GET /api/cycles/{id}/left-out': ['county-coordinator', 'none'],
  'POST /api/cycles/{id}/left-out': ['county-coordinator', 'none'],
  'GET /api/draft-sizes': ['county-coordinator', 'refused'],
  'POST /api/cycles': ['county-coordinator', 'refused'],
  'PATCH /api/cycles/{id}': ['county-coordinator', 'none'],
  'POST /api/cycles/{id}/publish': ['county-coordinator', 'none'],
  'POST /api/cycles/{id}/archive': ['county-coordinator', 'none'],
  'POST /api/cycles/{id}/restore': ['county-coordinator', 'none'],
  'PATCH /api/cycles/{id}/looked-over': ['county-coordinator', 'none'],
  'POST /api/cycles/{id}/regenerate': ['county-coordinator', 'none'],
  'POST /api/cycles/{id}/rollover': ['county-coordinator', 'none'],
  'GET /api/cycles/{id}/document': ['county-coordinator', 'none'],
  'POST /api/cycles/documents': ['county-coordinator', 'refused'],
  'PATCH /api/school-years/{label}': ['county-coordinator', 'refused'],
  'DELETE /api/school-years/{label}': ['county-coordinator', 'refused'],
  'PATCH /api/school-years/{label}/dates/{template}': ['county-coordinator', 'refused'],
  'DELETE /api/school-years/{label}/dates/{template}': ['county-coordinator', 'refused'],
  'POST /api/school-years/import': ['county-coordinator', 'refused'],
  'POST /api/units': ['county-coordinator', 'refused'],
  'POST /api/units/import': ['county-coordinator', 'refused'],
  'PATCH /api/units/{id}': ['county-coordinator', 'none'],
  'POST /api/people/import': ['county-coordinator', 'refused'],
  'GET /api/accounts': ['county-coordinator', 'refused'],
  'GET /api/accounts/{id}/export': ['county-coordinator', 'none'],
  'DELETE /api/accounts/{id}': ['county-coordinator', 'none'],
  'GET /api/reminders/simulation': ['county-coordinator', 'refused'],
  'GET /api/outbox': ['county-coordinator', 'refused'],
  'POST /api/outbox/{id}/retry': ['county-coordinator', 'refused'],
  'GET /api/reminders/lapsed': ['county-coordinator', 'refused'],
  'GET /api/audit': ['county-coordinator', 'refused'],
  'GET /api/settings': ['county-coordinator', 'same'],

  // Last, because it ends the sessions that the others are asked with.
  'POST /api/sign-out': ['anyone', 'same'],
};

import { withCheckDigits } from './identity-numbers.js';

const NUMBER = withCheckDigits('150805551') ?? '';
const [DATE, FIVE] = [NUMBER.slice(0, 6), NUMBER.slice(6)];
const fullWidth = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

/** How a national identity number and a NUL are written into a field, by the form that the field asks for. */
const FORMS = {
  text: {
    number: `a\u200b15.08.2005\u00a0–\u202f${fullWidth(FIVE)}`,
    nul: 'a\u0000b',
    codes: ['control-character'],
  },
  webAddress: {
    number: `https://example.org/a%20${DATE}%20${FIVE}`,
    nul: 'https://example.org/\u0000',
    codes: ['control-character'],
  },
  mailAddress: { number: `${DATE}.${FIVE}@example.org`, nul: 'a\u0000@example.org', codes: ['malformed'] },
  id: { number: `a-${DATE}-${FIVE}`, nul: 'a\u0000b', codes: ['malformed'] },
  ref: { number: `abcdefghij${NUMBER}`, nul: 'abcdefghij\u0000bcdefghij', codes: ['malformed'] },
} as const;

type Form = keyof typeof FORMS;

/** What is written into a field of this form, and the codes that it may be refused with. */
export function hardTexts(
  form: Form,
): readonly { readonly text: string; readonly codes: readonly string[] }[] {
  const { number, nul, codes } = FORMS[form];
  return [
    { text: number, codes: ['national-identity-number'] },
    { text: nul, codes: ['control-character', ...codes] },
  ];
}

export const CYCLE = '39-2026-2027';

interface WrittenFields {
  readonly path: string;
  /** A body that is taken but for what stands in one of the fields. */
  readonly body: object;
  /** By JSON pointer. */
  readonly fields: Readonly<Record<string, Form>>;
}

const TASK = {
  title: 'Møte',
  kind: 'activity',
  phase: 'oppfolging-vg1',
  category: 'koordinering',
  actor: 'school',
  start: '2026-10-22',
  links: [{ title: 'Rundskriv', url: 'https://example.org/' }],
  checklist: [{ id: 'a', text: 'Bestill rom', done: false }],
};

const TASK_FIELDS = {
  '/title': 'text',
  '/description': 'text',
  '/location': 'text',
  '/links/0/title': 'text',
  '/links/0/url': 'webAddress',
  '/checklist/0/id': 'text',
  '/checklist/0/text': 'text',
} as const;

const PERSON_FIELDS = {
  '/name': 'text',
  '/address': 'mailAddress',
  '/follows/0': 'text',
  '/followed/text': 'text',
  '/followed/measures/0': 'text',
  '/followed/partners/0': 'text',
} as const;

const UNIT_FIELDS = { '/name': 'text', '/municipality': 'text', '/address': 'mailAddress' } as const;

const FILTER_FIELDS = {
  '/filter/text': 'text',
  '/filter/measures/0': 'text',
  '/filter/layers/0': 'text',
} as const;

const FEED_FIELDS = { '/name': 'text', ...FILTER_FIELDS } as const;

/** Where people write, by route; the document of a cycle has a test of its own. */
export const WRITTEN_FIELDS: Readonly<Record<string, WrittenFields>> = {
  'POST /api/cycles/{id}/tasks': {
    path: `/api/cycles/${CYCLE}/tasks`,
    body: TASK,
    fields: { ...TASK_FIELDS, '/ref': 'ref' },
  },
  'PATCH /api/tasks/{id}': { path: `/api/tasks/${CYCLE}-skolestart`, body: TASK, fields: TASK_FIELDS },
  'PATCH /api/tasks/{id}/adjustments/{unit}': {
    path: `/api/tasks/${CYCLE}-skolestart/adjustments/39-horten`,
    body: {},
    fields: { '/hidden': 'text' },
  },
  'POST /api/tasks/{id}/comments': {
    path: `/api/tasks/${CYCLE}-skolestart/comments`,
    body: {},
    fields: { '/text': 'text' },
  },
  'POST /api/cycles/{id}/publish': {
    path: `/api/cycles/${CYCLE}/publish`,
    body: {},
    fields: { '/message': 'text' },
  },
  'PATCH /api/cycles/{id}/looked-over': {
    path: `/api/cycles/${CYCLE}/looked-over`,
    body: { tasks: [`${CYCLE}-skolestart`], lookedOver: true },
    fields: { '/tasks/0': 'text' },
  },
  'PATCH /api/school-years/{label}': {
    path: '/api/school-years/2026-2027?county=39',
    body: { status: 'official', source: { page: 'https://example.org/', note: 'Vedtatt' } },
    fields: { '/source/page': 'text', '/source/note': 'text' },
  },
  'PATCH /api/school-years/{label}/dates/{template}': {
    path: '/api/school-years/2026-2027/dates/elevundersokelsen?county=39',
    body: {
      date: { on: '2026-11-02', status: 'set' },
      source: { page: 'https://example.org/', note: 'Udir' },
    },
    fields: { '/source/page': 'text', '/source/note': 'text' },
  },
  'POST /api/school-years/import': {
    path: '/api/school-years/import',
    body: { county: '39', schoolYear: '2026/2027', format: 'csv', content: 'YQ==', source: 'a' },
    fields: { '/source': 'text' },
  },
  'POST /api/units': {
    path: '/api/units',
    body: { county: '39', kind: 'school', name: 'Horten' },
    fields: { ...UNIT_FIELDS, '/id': 'id' },
  },
  'PATCH /api/units/{id}': { path: '/api/units/39-horten', body: {}, fields: UNIT_FIELDS },
  'POST /api/people': {
    path: '/api/people',
    body: { county: '39', unitId: '39', name: 'Kari', address: 'kari@example.org', followed: {} },
    fields: PERSON_FIELDS,
  },
  'PATCH /api/people/{id}': { path: '/api/people/{person}', body: { followed: {} }, fields: PERSON_FIELDS },
  'POST /api/feeds': {
    path: '/api/feeds',
    body: { county: '39', name: 'a', filter: {} },
    fields: FEED_FIELDS,
  },
  'PATCH /api/feeds/{id}': { path: '/api/feeds/{feed}', body: { filter: {} }, fields: FEED_FIELDS },
  'POST /api/cycles/{id}/feeds': {
    path: `/api/cycles/${CYCLE}/feeds`,
    body: { filter: {} },
    fields: FILTER_FIELDS,
  },
  'POST /api/cycles/{id}/feeds/preview': {
    path: `/api/cycles/${CYCLE}/feeds/preview`,
    body: { filter: {} },
    fields: FILTER_FIELDS,
  },
  'POST /api/tokens': {
    path: '/api/tokens',
    body: { name: 'a', scopes: ['read'] },
    fields: { '/name': 'text' },
  },
};

/** Routes that write, whose bodies hold ids, choices, files and secrets alone. */
export const WITHOUT_WRITTEN_FIELDS = [
  'POST /api/cycles',
  'PATCH /api/cycles/{id}',
  'POST /api/cycles/{id}/archive',
  'POST /api/cycles/{id}/bulk',
  'POST /api/cycles/{id}/date-preview',
  'POST /api/cycles/{id}/gaps',
  'POST /api/cycles/{id}/gaps/preview',
  'POST /api/cycles/{id}/left-out',
  'POST /api/cycles/{id}/redo',
  'POST /api/cycles/{id}/regenerate',
  'POST /api/cycles/{id}/restore',
  'POST /api/cycles/{id}/rollover',
  'POST /api/cycles/{id}/undo',
  'POST /api/feeds/{id}/rotate',
  'POST /api/outbox/{id}/retry',
  'POST /api/sign-in/link',
  'POST /api/sign-in/mail',
  'POST /api/sign-in/provider',
  'POST /api/sign-out',
  'POST /api/tasks/{id}/presence',
  // Files: what stands in them is refused row by row, or by its path.
  'POST /api/cycles/documents',
  'POST /api/cycles/{id}/import',
  'POST /api/people/import',
  'POST /api/units/import',
];

/** A copy of a value with something else at a JSON pointer; arrays and objects on the way are made where they lack. */
export function withAt(value: unknown, pointer: string, text: string): unknown {
  const [, step = '', ...rest] = pointer.split('/');
  if (step === '') return text;
  const inside = withAt(
    (value as Record<string, unknown> | undefined)?.[step],
    ['', ...rest].join('/'),
    text,
  );
  if (Array.isArray(value) || (value === undefined && /^\d+$/.test(step)))
    return Object.assign([...((value as unknown[] | undefined) ?? [])], { [step]: inside });
  return { ...(value as object | undefined), [step]: inside };
}

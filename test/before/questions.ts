import { CYCLE, type Mailing } from '../reminders/mailing.js';
import { done } from './api.js';
import type { Operations, Question } from './observed.js';
import { RULES } from './rules.js';
import type { Told } from './story.js';

const NEXT = '39-2027-2028';
const FJELLET = '39-fjellet';
const HAVNA = '39-havna';

/** Ways to read that are not asked, and why. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  'GET /api/cycles/{id}/events': 'does not end',
  'GET /api/accounts/{id}/export': 'nobody has signed in at a provider',
  'GET /api/sessions': 'is of a browser that is signed in, by the real clock',
  'GET /api/tokens': 'is of a browser that is signed in, by the real clock',
  'GET /cycles/{id}/wheel.{format}': 'is a drawing',
  'GET /cycles/{id}/list.{format}': 'is a drawing',
};

/** The queries and ids with which each way to read is asked. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'GET /api/audit': ['?county=39&limit=500'],
  'GET /api/framework': [''],
  'GET /api/framework/concerning': ['?phase=oppstart-vg1', '?actor=school&partner=nav'],
  'GET /api/measures': ['?county=39', '?q=fravær&phase=oppfolging-vg1'],
  'GET /api/cycles': [''],
  'GET /api/session': [''],
  'GET /api/settings': [''],
  'GET /api/units': ['?county=39'],
  'GET /api/people': ['?county=39'],
  'GET /api/accounts': ['?county=39'],
  'GET /api/feeds': ['?county=39'],
  'GET /api/outbox': ['?county=39&limit=500'],
  'GET /api/reminders/lapsed': ['?county=39'],
  'GET /api/reminders/simulation': ['?county=39&from=2027-01-01&to=2027-03-31'],
  'GET /api/school-years/{label}': ['2026-2027?county=39', '2027-2028?county=39'],
  'GET /api/school-years/{label}/dates': ['2026-2027?county=39'],
  'GET /api/units/{id}': [FJELLET, '39-gamle'],
  'GET /api/cycles/{id}': [CYCLE, NEXT],
  'GET /api/cycles/{id}/view': [
    `${CYCLE}?state=edited`,
    `${CYCLE}?state=published`,
    `${CYCLE}?state=edited&unit=${HAVNA}`,
    `${CYCLE}?state=published&unit=${FJELLET}`,
    `${NEXT}?state=edited`,
  ],
  'GET /api/cycles/{id}/tasks': [
    CYCLE,
    `${CYCLE}?unit=${FJELLET}`,
    `${CYCLE}?unit=${HAVNA}&hidden=only`,
    `${CYCLE}?status=cancelled,done`,
    `${CYCLE}?q=møte&kind=cooperation&from=2027-01-01`,
    NEXT,
  ],
  'GET /api/cycles/{id}/history': [
    `${CYCLE}?limit=500`,
    `${CYCLE}?action=undone,redone`,
    `${CYCLE}?task=${CYCLE}-skolestart`,
    NEXT,
  ],
  'GET /api/cycles/{id}/history/authors': [CYCLE],
  'GET /api/cycles/{id}/undo': [CYCLE, NEXT],
  'GET /api/cycles/{id}/owed': [CYCLE, `${CYCLE}?unit=${FJELLET}`, `${CYCLE}?unit=39-nav`],
  'GET /api/cycles/{id}/looked-over': [CYCLE, NEXT],
  'GET /api/cycles/{id}/changes': [CYCLE, NEXT],
  'GET /api/cycles/{id}/audience': [CYCLE],
  'GET /api/cycles/{id}/coverage': [`${CYCLE}?state=edited`, `${CYCLE}?state=published`],
  'GET /api/cycles/{id}/workload': [`${CYCLE}?state=edited`, `${CYCLE}?state=published&unit=${FJELLET}`],
  'GET /api/cycles/{id}/gaps': [`${CYCLE}?state=edited`, `${NEXT}?state=edited`],
  'GET /api/cycles/{id}/left-out': [CYCLE, NEXT],
  'GET /api/draft-sizes': ['?county=39&schoolYear=2027/2028'],
  'GET /api/cycles/{id}/table': [
    `${CYCLE}?format=csv&state=edited`,
    `${CYCLE}?format=csv&state=published&unit=${FJELLET}`,
  ],
  'GET /api/cycles/{id}/document': [CYCLE, NEXT],
};

/** What is asked as somebody else than the county’s coordinator, besides. */
const OTHERS: readonly Question[] = [
  { who: 'anyone', method: 'get', path: `/api/cycles/${CYCLE}/view?state=published` },
  { who: 'anyone', method: 'get', path: `/api/cycles/${CYCLE}/tasks` },
  { who: 'anyone', method: 'get', path: '/api/session' },
  { who: 'revoked', method: 'get', path: '/api/session' },
  ...(['coordinator', 'school'] as const).flatMap((who): Question[] => [
    { who, method: 'get', path: '/api/session' },
    { who, method: 'get', path: `/api/cycles/${CYCLE}/undo` },
    { who, method: 'get', path: `/api/cycles/${CYCLE}/history?limit=20` },
    { who, method: 'get', path: '/api/people?county=39' },
  ]),
  { who: { unit: HAVNA }, method: 'get', path: `/api/cycles/${CYCLE}/tasks?unit=${HAVNA}&hidden=include` },
  { who: { unit: FJELLET }, method: 'get', path: '/api/feeds?county=39' },
];

/** What would come of it, which changes nothing. */
const PREVIEWS: readonly Question[] = [
  ...[CYCLE, NEXT].map(
    (id): Question => ({
      who: 'county',
      method: 'post',
      path: `/api/cycles/${id}/regenerate?preview=true`,
      body: {},
    }),
  ),
  { who: 'county', method: 'post', path: `/api/cycles/${NEXT}/rollover?preview=true`, body: {} },
  ...[...RULES, { anchor: 'nowhere', roll: 'none' }].map(
    (rule): Question => ({
      who: 'county',
      method: 'post',
      path: `/api/cycles/${CYCLE}/date-preview`,
      body: { rule },
    }),
  ),
];

interface Identified {
  readonly id: string;
}

/** Every read that a version has, asked with what the story has left: of the tasks that people have worked on, each. */
export async function readsOf(
  mailing: Pick<Mailing, 'service'>,
  operations: Operations,
  { tasks }: Told,
): Promise<Question[]> {
  const idsAt = async (path: string) => (await done<Identified[]>(mailing, 'get', path)).map(({ id }) => id);
  const asked: Readonly<Record<string, readonly string[]>> = {
    ...ASKED,
    'GET /api/tasks/{id}': tasks,
    'GET /api/tasks/{id}/view': tasks.map((id) => `${id}?state=edited`),
    'GET /api/tasks/{id}/comments': tasks.slice(-40),
    'GET /api/feeds/{id}': await idsAt('/api/feeds?county=39'),
    'GET /api/people/{id}/export': await idsAt('/api/people?county=39'),
  };
  const reads = Object.keys(operations).filter((name) => name.startsWith('GET ') && !(name in NOT_ASKED));
  const questions = Object.keys(asked).flatMap((name): Question[] =>
    (asked[name] ?? []).map((text) => ({ who: 'county', method: 'get', path: pathOf(name, text) })),
  );
  const forgotten = reads.filter((name) => !(name in asked));
  if (forgotten.length > 0) throw new Error(`Nobody asks ${forgotten.join(', ')}`);
  return [...questions, ...OTHERS, ...PREVIEWS];
}

/** `/api/cycles/x/view?state=edited` of `GET /api/cycles/{id}/view` and `x?state=edited`. */
function pathOf(name: string, text: string): string {
  const [id = '', query] = text.split('?');
  const path = name.replace(/^GET /, '').replace(/\{\w+\}/, id);
  return query === undefined ? path : `${path}?${query}`;
}

/** Undoes what the story says can be, newest first, and looks at what it was about after each. */
export function undosOf({ undoable }: Told): Question[] {
  return [...undoable].reverse().flatMap(({ revision, unit, sees }): Question[] => {
    const who = unit === undefined ? 'county' : { unit };
    return [
      { who, method: 'post', path: `/api/cycles/${CYCLE}/undo`, body: { revision } },
      ...sees.map((path): Question => ({ who, method: 'get', path })),
    ];
  });
}

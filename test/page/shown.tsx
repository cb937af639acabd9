import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { cycleSchema } from '../../src/cycle/cycle.js';
import type { CycleView } from '../../src/cycle/view/cycle-view.js';
import { startLanguage, withWorkPageTexts } from '../../src/web/client/data/language/i18n.js';
import { schoolYear, taskOf } from '../web/view-samples.js';

export const CYCLE = '39-2026-2027';

/** What the service answers: a body, or a status and a body, by method and path as in `GET /api/cycles`. */
export type Answers = Readonly<Record<string, Answer | ((body: unknown, asked: Asked) => Answer)>>;
type Answer = { readonly status?: number; readonly body: unknown };

/** A county's coordinator, as the service tells who reads the page. */
export const COORDINATOR = {
  name: 'Kari Nordmann',
  role: 'county-coordinator',
  county: '39',
  unit: '39',
  personId: 'kari',
  memberships: [{ countyName: 'Vestfold', unit: '39', unitName: 'Vestfold', role: 'county-coordinator' }],
  ways: { mail: true, provider: null },
};

/** A cycle with one task, as those who edit it see it. */
export const cycleView: CycleView = {
  cycle: cycleSchema.parse({
    id: CYCLE,
    county: '39',
    schoolYear: '2026/2027',
    state: 'published',
    revision: 7,
    publishedRevision: 5,
    publishedAt: '2026-08-01T00:00:00Z',
    level: 'complete',
    public: true,
    provisional: [],
    createdAt: '2026-08-01T00:00:00Z',
    updatedAt: '2026-08-02T00:00:00Z',
  }),
  county: { number: '39', name: 'Vestfold', publicCoverage: false },
  schoolYear,
  vocabulary: {
    phases: [{ id: 'oppstart-vg1', name: 'Oppstart Vg1' }],
    categories: [{ id: 'koordinering', name: 'Koordinering' }],
    actors: [{ id: 'school', name: 'Skole' }],
    partners: [],
  } as CycleView['vocabulary'],
  units: [],
  measures: [],
  tasks: [taskOf(`${CYCLE}-frist`, '2026-11-24')],
};

interface Asked {
  readonly request: string;
  readonly body: unknown;
  readonly language: string;
  readonly actingUnit: string | null;
}

/** Shows a part of the page to a reader in bokmål, with a service that gives these answers and no other. */
export async function show(
  part: ReactNode,
  answers: Answers = {},
): Promise<RenderResult & { readonly asked: readonly Asked[]; readonly queries: QueryClient }> {
  document.documentElement.lang = 'nb';
  await startLanguage();
  await withWorkPageTexts(async () => null)();
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const request = `${init.method ?? 'GET'} ${path.replace(/\?.*/, '')}`;
    const headers = new Headers(init.headers);
    const language = headers.get('Accept-Language') ?? '';
    const actingUnit = headers.get('Acting-Unit');
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null;
    const now = { request, body, language, actingUnit };
    asked.push(now);
    const answer = answers[request];
    if (answer === undefined) throw new Error(`the test answers nothing to ${request}`);
    const given = typeof answer === 'function' ? answer(body, now) : answer;
    return Response.json(given.body, { status: given.status ?? 200 });
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } });
  const shown = render(<QueryClientProvider client={queries}>{part}</QueryClientProvider>);
  return { ...shown, asked, queries };
}

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MyTasksView } from '../../src/cycle/view/my-tasks-view.js';
import { AgendaView } from '../../src/web/client/pages/cycles/view/agenda/agenda-view.js';
import { NO_FILTER } from '../../src/web/client/task/filter/page-filter.js';
import Toasts from '../../src/web/client/ui/notice/toasts.js';
import { taskOf } from '../web/view-samples.js';
import { type Answers, COORDINATOR, CYCLE, cycleView, show } from './shown.js';

const SCHOOL = '39-horten';

/** Somebody of a school who reports on its tasks. */
const CONTRIBUTOR = {
  ...COORDINATOR,
  name: 'Nils',
  role: 'contributor',
  unit: SCHOOL,
  personId: 'nils',
  memberships: [{ countyName: 'Vestfold', unit: SCHOOL, unitName: 'Horten vgs', role: 'contributor' }],
};

const assigned = taskOf('tildelt', '2026-12-01', '2026-12-01', { unitId: SCHOOL, version: 4 });
const common = taskOf('felles', '2026-12-02');
const reported = taskOf('ferdig', '2026-12-03', '2026-12-03', { unitId: SCHOOL, status: 'done' });
const withOthers = taskOf('sammen', '2026-12-04', '2026-12-04', { actor: 'school-owner' });
const foreign = taskOf('andres', '2026-12-05', '2026-12-05', { unitId: '39-sande' });
const tasks = [assigned, common, reported, withOthers, foreign];

const OWED = {
  cycle: cycleView.cycle,
  unit: { id: SCHOOL, name: 'Horten vgs', kind: 'school' },
  tasks: [
    { task: assigned, part: 'own', due: 'next-weeks' },
    { task: common, part: 'own', due: 'next-weeks' },
    { task: reported, part: 'own', due: 'done' },
    { task: withOthers, part: 'partner', due: 'next-weeks' },
  ],
  lateElsewhere: [],
} satisfies MyTasksView;

const list = (
  <>
    <AgendaView cycleView={cycleView} tasks={tasks} filter={NO_FILTER} onFilter={() => undefined} />
    <Toasts />
  </>
);
const answers = (more: Answers = {}): Answers => ({
  'GET /api/session': { body: CONTRIBUTOR },
  [`GET /api/cycles/${CYCLE}/owed`]: { body: OWED },
  [`GET /api/cycles/${CYCLE}/undo`]: { body: { undo: null, redo: null } },
  ...more,
});
const nameOf = (title: string) => `Marker «${title}» som gjort`;
const ticks = () => screen.queryAllByRole('button', { name: /^Marker .+ som gjort/ });
const sign = () => fireEvent.pointerMove(window);

describe('the ticks of the list', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-28T09:00:00Z') });
    history.replaceState(null, '', `/cycles/${CYCLE}/agenda`);
  });
  afterEach(() => void vi.useRealTimers());

  it('stand at what the reader’s unit is to do and has not done, and at nothing else', async () => {
    await show(list, answers());
    await screen.findByText(assigned.title);
    sign();
    await waitFor(() => expect(ticks()).toHaveLength(2));
    for (const { title } of [assigned, common]) {
      const line = screen.getByRole('link', { name: title }).closest('li');
      expect(within(line as HTMLElement).getByRole('button', { name: nameOf(title) })).toBeTruthy();
    }
  });

  it('are not asked for before the reader does anything, and not at all for somebody without a role', async () => {
    const { asked, unmount } = await show(list, answers());
    await screen.findByText(assigned.title);
    const owed = (requests: typeof asked) => requests.filter(({ request }) => request.endsWith('/owed'));
    expect(owed(asked)).toEqual([]);
    unmount();
    const session = { ...COORDINATOR, name: null, role: 'anyone', county: null, unit: null, memberships: [] };
    const later = await show(list, { 'GET /api/session': { body: session } });
    await screen.findByText(assigned.title);
    sign();
    await waitFor(() => expect(later.asked.map(({ request }) => request)).toContain('GET /api/session'));
    expect(owed(later.asked)).toEqual([]);
    expect(ticks()).toEqual([]);
  });

  it('report a task that is the unit’s alone, and offer to take it back', async () => {
    const { asked } = await show(
      list,
      answers({ [`PATCH /api/tasks/${assigned.id}`]: { body: { ...assigned, status: 'done', version: 5 } } }),
    );
    await screen.findByText(assigned.title);
    sign();
    fireEvent.click(await screen.findByRole('button', { name: nameOf(assigned.title) }));
    expect(await screen.findByText(`«${assigned.title}» er gjort.`)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Angre' })).toBeTruthy();
    const sent = asked.filter(({ request }) => request.startsWith('PATCH'));
    expect(sent).toMatchObject([{ request: `PATCH /api/tasks/${assigned.id}`, body: { status: 'done' } }]);
  });

  it('report a common task for the unit alone', async () => {
    const path = `PATCH /api/tasks/${common.id}/adjustments/${SCHOOL}`;
    const { asked } = await show(list, answers({ [path]: { body: { ...common, status: 'done' } } }));
    await screen.findByText(common.title);
    sign();
    fireEvent.click(await screen.findByRole('button', { name: nameOf(common.title) }));
    expect(await screen.findByText(`«${common.title}» er gjort.`)).toBeTruthy();
    expect(asked.filter(({ request }) => request.startsWith('PATCH'))).toMatchObject([
      { request: path, body: { status: 'done' } },
    ]);
  });

  it('say so when somebody was faster, and stay', async () => {
    const refused = { status: 412, body: { type: 'precondition-failed', title: '', detail: '', errors: [] } };
    await show(list, answers({ [`PATCH /api/tasks/${assigned.id}`]: refused }));
    await screen.findByText(assigned.title);
    sign();
    const tick = await screen.findByRole('button', { name: nameOf(assigned.title) });
    fireEvent.click(tick);
    expect(await screen.findByText(/endret/)).toBeTruthy();
    expect(ticks()).toHaveLength(2);
  });
});

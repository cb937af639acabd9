import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { AgendaMonths } from '../../src/web/client/pages/cycles/view/agenda/agenda-months.js';
import { readFilter } from '../../src/web/client/task/filter/page-filter.js';
import { taskOf } from '../web/view-samples.js';
import { cycleView, show } from './shown.js';

const TASKS = ['2026-08-20', '2026-11-27', '2026-11-30', '2026-12-01', '2027-06-10'].map((date) =>
  taskOf(date, date),
);

const agenda = (tasks = TASKS, search = '') => (
  <AgendaMonths cycleView={cycleView} tasks={tasks} filter={readFilter(new URLSearchParams(search))} />
);
const headings = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
const bar = () => within(screen.getByRole('navigation', { name: 'Gå til måned' }));
const earlier = () => document.querySelector('details');

describe('the list', () => {
  let scrolledTo: string[];

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-28T09:00:00Z') });
    history.replaceState(null, '', '/cycles/39-2026-2027/agenda');
    scrolledTo = [];
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      scrolledTo.push(this.textContent ?? '');
    });
  });
  afterEach(() => void vi.useRealTimers());

  it('has what is earlier folded away before today', async () => {
    await show(agenda());
    expect(earlier()?.open).toBe(false);
    expect(screen.getByText('Tidligere i skoleåret: 2 oppgaver').tagName).toBe('SUMMARY');
    expect(headings()).toEqual([
      'august 2026',
      'november 2026',
      'I dag, lørdag 28. november',
      'Senere i november',
      'desember 2026',
      'juni 2027',
    ]);
  });

  it('says under today when nothing begins today, and puts what begins tomorrow after it', async () => {
    await show(agenda([taskOf('i morgen', '2026-11-29')]));
    const under = (name: string) => screen.getByRole('region', { name }).textContent;
    expect(under('I dag, lørdag 28. november')).toContain('Ingen oppgaver begynner i dag.');
    expect(under('Senere i november')).toContain('Oppgave i morgen');
  });

  it('folds nothing away where a word is searched for, or nothing else would be left', async () => {
    const searched = await show(agenda(TASKS, 'q=oppgave'));
    expect(earlier()).toBeNull();
    searched.unmount();
    await show(agenda(TASKS.slice(0, 2)));
    expect(earlier()).toBeNull();
  });

  it('has a link to each month, which says where it leads and which has no tasks', async () => {
    await show(agenda());
    const names = bar()
      .getAllByRole('link')
      .map((link) => link.getAttribute('aria-label') ?? link.textContent);
    expect(names).toHaveLength(13);
    expect(names.slice(0, 3)).toEqual(['I dag', 'august 2026', 'september 2026, ingen oppgaver']);
    expect(bar().getByRole('link', { name: 'desember 2026' }).getAttribute('href')).toBe(
      '/cycles/39-2026-2027/agenda?month=2026-12',
    );
  });

  it('goes to a month, moves the focus to its heading and keeps it in the address, also to one without tasks', async () => {
    await show(agenda());
    for (const [name, month, heading] of [
      ['desember 2026', '2026-12', 'desember 2026'],
      ['mars 2027, ingen oppgaver', '2027-03', 'mars 2027'],
      ['august 2026', '2026-08', 'august 2026'],
    ] as const) {
      fireEvent.click(bar().getByRole('link', { name }));
      expect(scrolledTo.at(-1)).toBe(heading);
      expect(document.activeElement?.textContent).toBe(heading);
      expect(location.search).toBe(`?month=${month}`);
    }
    expect(earlier()?.open).toBe(true);
  });

  it('goes to the same month as often as it is asked to', async () => {
    await show(agenda());
    const link = bar().getByRole('link', { name: 'desember 2026' });
    fireEvent.click(link);
    fireEvent.click(link);
    expect(scrolledTo).toEqual(['desember 2026', 'desember 2026']);
  });

  it('leaves a click that opens a tab of its own to the browser', async () => {
    await show(agenda());
    const click = new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true });
    bar().getByRole('link', { name: 'desember 2026' }).dispatchEvent(click);
    expect([click.defaultPrevented, scrolledTo]).toEqual([false, []]);
  });

  it('stays where it is when its tasks change', async () => {
    const { rerender, queries } = await show(agenda());
    fireEvent.click(bar().getByRole('link', { name: 'desember 2026' }));
    const { activeElement } = document;
    scrolledTo.length = 0;
    const changed = [taskOf('ny', '2026-08-21'), ...TASKS.slice(1)];
    rerender(<QueryClientProvider client={queries}>{agenda(changed)}</QueryClientProvider>);
    expect(screen.getByText('Oppgave ny')).toBeTruthy();
    expect(scrolledTo).toEqual([]);
    expect(document.activeElement).toBe(activeElement);
  });

  it('says how many of the earlier ones still go on', async () => {
    const [first, ...others] = TASKS;
    if (!first) throw new Error('there are no tasks');
    await show(agenda([{ ...first, end: isoDate('2026-11-28') }, ...others]));
    expect(earlier()?.firstElementChild?.textContent).toBe(
      'Tidligere i skoleåret: 2 oppgaver, 1 pågår fortsatt',
    );
  });

  it('begins at the chosen day or month, and where it began when the reader comes back', async () => {
    history.replaceState(null, '', '?date=2026-11-27');
    const first = await show(agenda());
    expect(screen.getByText('Tidligere i skoleåret: 1 oppgave').tagName).toBe('SUMMARY');
    expect(headings()).toContain('Fra fredag 27. november 2026');
    fireEvent.click(bar().getByRole('link', { name: 'juni 2027' }));
    first.unmount();
    await show(agenda());
    expect(screen.getByText('Tidligere i skoleåret: 1 oppgave').tagName).toBe('SUMMARY');
  });

  it('shows an earlier task that is selected, so that nothing is changed unseen', async () => {
    await show(
      <AgendaMonths
        cycleView={cycleView}
        tasks={TASKS}
        filter={readFilter(new URLSearchParams())}
        isShown={({ id }) => id === '2026-08-20'}
      />,
    );
    expect(earlier()?.open).toBe(true);
  });
});

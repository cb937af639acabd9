import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { forgetOldUnsaved, forgetUnsaved } from '../../src/web/client/data/browser/kept-unsaved.js';
import { SessionMenu } from '../../src/web/client/shell/session-menu.js';
import { formOf } from '../../src/web/client/task/editing/form/task-form.js';
import { keepUnsaved } from '../../src/web/client/task/editing/form/unsaved.js';
import { ResumableTaskForm } from '../../src/web/client/task/editing/resumable-task-form.js';
import { COORDINATOR, CYCLE, cycleView, show } from './shown.js';

const [task] = cycleView.tasks;
if (!task) throw new Error('the sample has no task');

/** Keeps a title that Kari has written and not saved, or saved without a network. */
const write = (at: string, state: 'typed' | 'waiting' = 'typed') =>
  keepUnsaved('kari', {
    kind: 'task',
    cycleId: CYCLE,
    title: task.title,
    at,
    state,
    base: task,
    form: { ...formOf(task), title: 'Ny tittel' },
  });

describe('what has been written and not saved', () => {
  const editor = (
    <ResumableTaskForm
      fresh={{
        kind: 'task',
        cycleId: CYCLE,
        title: task.title,
        at: '2026-11-25T09:00:00Z',
        state: 'typed',
        base: task,
        form: formOf(task),
      }}
      isOwner={false}
      cycleView={cycleView}
      person="kari"
    />
  );

  it('is offered to go on with', async () => {
    write(new Date().toISOString());
    await show(editor);
    await userEvent.click(screen.getByRole('button', { name: 'Fortsett' }));
    expect(screen.getByRole('button', { name: 'Lagre' })).toBeTruthy();
    expect(localStorage.getItem('unsaved:kari')).toContain('Ny tittel');
  });

  it('is gone once it is thrown away', async () => {
    write(new Date().toISOString());
    await show(editor);
    await userEvent.click(screen.getByRole('button', { name: 'Kast' }));
    expect(localStorage.getItem('unsaved:kari')).toBeNull();
    expect(screen.getByRole('button', { name: 'Lagre' })).toBeTruthy();
  });

  it('goes when its writer signs out, as others may use the computer', async () => {
    write(new Date().toISOString());
    sessionStorage.setItem('a correction', '{}');
    localStorage.setItem('language', 'nb');
    const leave = vi.spyOn(location, 'assign').mockImplementation(() => undefined);
    await show(<SessionMenu />, {
      'GET /api/session': { body: COORDINATOR },
      'POST /api/sign-out': { body: { signedOut: true } },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Logg ut' }));
    await vi.waitFor(() => expect(leave).toHaveBeenCalledWith('/'));
    expect(localStorage.getItem('unsaved:kari')).toBeNull();
    expect(sessionStorage.length).toBe(0);
    expect(localStorage.getItem('language')).toBe('nb');
  });

  it('is not kept again by what its writer types after that, before the page is left', async () => {
    vi.spyOn(location, 'assign').mockImplementation(() => undefined);
    await show(
      <>
        <SessionMenu />
        {editor}
      </>,
      {
        'GET /api/session': { body: COORDINATOR },
        'POST /api/sign-out': { body: { signedOut: true } },
      },
    );
    const status = screen.getByLabelText('Status');
    await userEvent.selectOptions(status, 'I gang');
    expect(localStorage.getItem('unsaved:kari')).toContain('"status":"started"');
    await userEvent.click(await screen.findByRole('button', { name: 'Logg ut' }));
    await vi.waitFor(() => expect(location.assign).toHaveBeenCalled());
    await userEvent.selectOptions(status, 'Gjort');
    expect(localStorage.getItem('unsaved:kari')).toBeNull();
  });

  it('is not kept again by another window that is still open, nor is what its tab has kept read again', () => {
    forgetOldUnsaved();
    sessionStorage.setItem('a correction', '{}');
    const ofThisTab = { ...sessionStorage };
    forgetUnsaved();
    // That was in another window, whose tab has a storage of its own.
    for (const [name, text] of Object.entries(ofThisTab)) sessionStorage.setItem(name, text);
    write(new Date().toISOString());
    expect(localStorage.getItem('unsaved:kari')).toBeNull();
    write(new Date().toISOString(), 'waiting');
    expect(localStorage.getItem('unsaved:kari')).toContain('Ny tittel');
    forgetOldUnsaved();
    expect(sessionStorage.getItem('a correction')).toBeNull();
  });

  it('stays when it was saved and waits to be sent, as its writer thinks that it is done', () => {
    write(new Date().toISOString(), 'waiting');
    forgetUnsaved();
    expect(localStorage.getItem('unsaved:kari')).toContain('Ny tittel');
  });

  it('is read as a page of a version before has kept it, when rules had no kinds', async () => {
    write(new Date().toISOString());
    const kept = JSON.parse(localStorage.getItem('unsaved:kari') ?? '');
    const [[id, unsaved]] = Object.entries<{ base: object }>(kept.all) as [[string, { base: object }]];
    const rule = { date: '03-01', roll: 'none' };
    const before = { ...unsaved, base: { ...unsaved.base, rule } };
    const broken = { ...unsaved, form: null, base: null };
    localStorage.setItem('unsaved:kari', JSON.stringify({ ...kept, all: { broken, [id]: before } }));
    await show(editor);
    await userEvent.click(screen.getByRole('button', { name: 'Fortsett' }));
    expect(screen.getByRole('button', { name: 'Lagre' })).toBeTruthy();
    expect(localStorage.getItem('unsaved:kari')).toContain('Ny tittel');
  });

  it('is forgotten after 30 days, also by a page that its writer does not open', () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    write(daysAgo(29));
    forgetOldUnsaved();
    expect(localStorage.getItem('unsaved:kari')).toContain('Ny tittel');
    act(() => write(daysAgo(31)));
    forgetOldUnsaved();
    expect(localStorage.getItem('unsaved:kari')).toBeNull();
  });
});

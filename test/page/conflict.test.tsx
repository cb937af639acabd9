import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { formOf } from '../../src/web/client/task/editing/form/task-form.js';
import { ResumableTaskForm } from '../../src/web/client/task/editing/resumable-task-form.js';
import { taskOf } from '../web/view-samples.js';
import { COORDINATOR, CYCLE, cycleView, show } from './shown.js';

const task = taskOf(`${CYCLE}-frist`, '2026-11-24');
const path = `PATCH /api/tasks/${task.id}`;
const fresh = {
  kind: 'task',
  cycleId: CYCLE,
  title: task.title,
  at: '2026-11-25T09:00:00Z',
  state: 'typed',
  base: task,
  form: formOf(task),
} as const;
const editor = <ResumableTaskForm fresh={fresh} isOwner cycleView={cycleView} person="kari" />;
const always = { 'GET /api/session': { body: COORDINATOR } };

/** Shows the form of a task and writes another title in it. */
async function writeTitle(title: string) {
  const field = screen.getByRole('textbox', { name: 'Tittel' });
  await userEvent.clear(field);
  await userEvent.type(field, title);
}

describe('the editor of a task', () => {
  it('sends what has been changed, and only that', async () => {
    const { asked } = await show(editor, { ...always, [path]: { body: { ...task, version: 2 } } });
    await writeTitle('Ny frist');
    await userEvent.click(screen.getByRole('button', { name: 'Lagre' }));
    expect(asked.find(({ request }) => request === path)?.body).toEqual({ title: 'Ny frist' });
  });

  it('keeps what is written with the browser at every key', async () => {
    await show(editor, always);
    await writeTitle('Ny');
    expect(localStorage.getItem('unsaved:kari')).toContain('"title":"Ny"');
  });

  it('lets the reader choose between both versions where somebody else was faster', async () => {
    const theirs = { ...task, title: 'Deres frist', description: 'Fra dem', version: 4 };
    let tries = 0;
    const { asked } = await show(editor, {
      ...always,
      [path]: () => {
        tries += 1;
        return tries === 1
          ? { status: 412, body: { detail: 'changed', current: theirs } }
          : { body: { ...theirs, version: 5 } };
      },
    });
    await writeTitle('Min frist');
    await userEvent.click(screen.getByRole('button', { name: 'Lagre' }));
    const title = await screen.findByRole('group', { name: /^Tittel/ });
    const description = screen.getByRole('group', { name: /^Beskrivelse/ });
    const isChosen = (group: HTMLElement, side: string) =>
      within(group).getByRole<HTMLInputElement>('radio', { name: side }).checked;
    // What only they have touched stays theirs, what both have is the reader's to choose.
    expect([isChosen(title, 'Din versjon'), isChosen(description, 'Din versjon')]).toEqual([true, false]);
    await userEvent.click(within(title).getByRole('radio', { name: 'Den lagrede versjonen' }));
    await userEvent.click(within(title).getByRole('radio', { name: 'Din versjon' }));
    await userEvent.click(screen.getByRole('button', { name: /^Lagre/ }));
    const sent = asked.filter(({ request }) => request === path).at(-1)?.body;
    expect(sent).toEqual({ title: 'Min frist' });
  });
});

import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useDrag } from '../../src/web/client/task/move/drag.js';
import type { Days } from '../../src/web/client/task/move/move.js';
import type { Moving } from '../../src/web/client/task/move/move-task.js';
import { usePointerDrag } from '../../src/web/client/task/move/pointer-drag.js';
import { taskOf } from '../web/view-samples.js';
import { show } from './shown.js';

const task = taskOf('a', '2026-11-24', '2026-11-26');

function Movable({ onMove }: { readonly onMove: (days: Days) => void }) {
  const moving: Moving = {
    boundsOf: () => ({ from: '2026-08-01', to: '2027-07-31' }) as ReturnType<Moving['boundsOf']>,
    move: (_, to) => onMove(to),
  };
  const drag = useDrag({ moving, tasks: [task], draw: () => ({ x: 0, y: 0 }) });
  // Ten pixels are a day.
  const pointerDrag = usePointerDrag(drag, (from) => (x) => Math.round((x - from) / 10));
  return (
    <div {...pointerDrag}>
      <button type="button" data-task={task.id} onKeyDown={(event) => void drag.onKeyDown(event, task.id)}>
        {task.title}
      </button>
      {drag.label}
    </div>
  );
}

const begin = async () => {
  const moves: Days[] = [];
  await show(<Movable onMove={(days) => void moves.push(days)} />);
  const entry = screen.getByRole('button');
  const press = (key: string) => fireEvent.keyDown(entry, { key, shiftKey: true });
  return { moves, entry, press };
};

describe('moving a task by dragging it', () => {
  it('is done where it is dropped', async () => {
    const { moves, entry } = await begin();
    fireEvent.pointerDown(entry, { button: 0, pointerType: 'mouse', clientX: 100, clientY: 5 });
    fireEvent.pointerMove(entry, { clientX: 130, clientY: 5 });
    fireEvent.pointerMove(entry, { clientX: 150, clientY: 5 });
    fireEvent.pointerUp(entry);
    expect(moves).toEqual([{ start: '2026-11-29', end: '2026-12-01' }]);
  });

  it('is no move where the hand has only trembled, nor by a finger that scrolls', async () => {
    const { moves, entry } = await begin();
    for (const [pointerType, clientX] of [
      ['mouse', 102],
      ['touch', 200],
    ] as const) {
      fireEvent.pointerDown(entry, { button: 0, pointerType, clientX: 100, clientY: 5 });
      fireEvent.pointerMove(entry, { clientX, clientY: 5 });
      fireEvent.pointerUp(entry);
    }
    expect(moves).toEqual([]);
  });
});

describe('moving a task by the keyboard', () => {
  it('goes by days and weeks, is announced on the way, and is done when Shift is released', async () => {
    const { moves, press } = await begin();
    press('ArrowRight');
    press('PageDown');
    press('ArrowLeft');
    expect(
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join(),
    ).toContain('1. desember');
    expect(moves).toEqual([]);
    act(() => void fireEvent.keyUp(document, { key: 'Shift' }));
    expect(moves).toEqual([{ start: '2026-12-01', end: '2026-12-03' }]);
  });

  it('is given up by Escape', async () => {
    const { moves, press } = await begin();
    press('ArrowRight');
    fireEvent.keyDown(document, { key: 'Escape' });
    fireEvent.keyUp(document, { key: 'Shift' });
    expect(moves).toEqual([]);
  });
});

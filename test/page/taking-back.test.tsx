import { act, fireEvent, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { cycleKeys } from '../../src/web/client/data/keys/cycle-keys.js';
import { UndoButtons } from '../../src/web/client/task/changes/undo-buttons.js';
import { CYCLE, show } from './shown.js';

const NOTHING = { undo: null, redo: null };
const UNDO = `POST /api/cycles/${CYCLE}/undo`;

const shown = async () => {
  const { asked, queries } = await show(<UndoButtons cycleId={CYCLE} />, {
    [`GET /api/cycles/${CYCLE}/undo`]: { body: NOTHING },
    [UNDO]: { body: { revision: 8 } },
  });
  const queryKey = cycleKeys.toTakeBack(CYCLE, 'nb');
  await waitFor(() => expect(queries.getQueryData(queryKey)).toEqual(NOTHING));
  const pressUndo = () => act(async () => void fireEvent.keyDown(document, { key: 'z', ctrlKey: true }));
  const undos = () => asked.filter(({ request }) => request === UNDO).length;
  return { queries, queryKey, pressUndo, undos };
};

describe('Ctrl+Z', () => {
  it('asks for nothing where there is nothing to undo', async () => {
    const { pressUndo, undos } = await shown();
    await pressUndo();
    expect(undos()).toBe(0);
  });

  it('is asked for right after a change, before the page has heard what there is to undo', async () => {
    const { queries, queryKey, pressUndo, undos } = await shown();
    await queries.invalidateQueries({ queryKey, refetchType: 'none' });
    await pressUndo();
    await waitFor(() => expect(undos()).toBe(1));
  });
});

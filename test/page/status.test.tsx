import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { GoneTask } from '../../src/web/client/task/editing/save/gone-task.js';
import { UnsavedOffer } from '../../src/web/client/task/editing/save/unsaved-offer.js';
import { Loading, Nothing } from '../../src/web/client/ui/page/states.js';
import { FileRows } from '../../src/web/client/ui/table-import/file-rows.js';
import { cycleView, show } from './shown.js';

const nothing = () => undefined;

describe('what is to be read out', () => {
  it.each([
    ['that something is being fetched', 'Henter årshjulet …', <Loading key="it" />],
    [
      'that there is nothing',
      'Ingen årshjul er publisert ennå.',
      <Nothing key="it" text="ui.state.no-cycle" />,
    ],
    ['that a task is gone', /slettet/, <GoneTask key="it" kept={[]} cycleView={cycleView} person="kari" />],
    [
      'that something was not saved',
      /uten å lagre/,
      <UnsavedOffer
        key="it"
        at="2026-11-25T09:00:00Z"
        fields={['Tittel']}
        onGoOn={nothing}
        onThrowAway={nothing}
      />,
    ],
    [
      'what becomes of a file',
      /2 nye/,
      <FileRows
        key="it"
        heading="Radene"
        level={2}
        counts={['2 nye']}
        help=""
        columns={[]}
        rows={[]}
        className=""
      />,
    ],
  ])('%s comes once, into a region that is there already', async (_what, words, part) => {
    await show(part);
    const region = screen.getByRole('status');
    expect(region.textContent).toBe('');
    expect(region.contains(await screen.findByText(words))).toBe(true);
    expect(screen.getAllByText(words)).toHaveLength(1);
    expect(screen.getByRole('status')).toBe(region);
    expect(region.closest('[aria-busy="true"]')).toBeNull();
  });
});

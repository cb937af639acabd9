import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { WaitingSaves } from '../../src/web/client/task/editing/save/waiting-saves.js';
import { Nothing } from '../../src/web/client/ui/page/states.js';
import { show } from './shown.js';

function OnDemand() {
  const [isThere, setIsThere] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setIsThere(!isThere)}>
        Switch
      </button>
      {isThere && <Nothing text="ui.state.no-task" />}
    </>
  );
}

describe('a message that appears together with its text', () => {
  it('comes into a place that stood there before it', async () => {
    await show(<OnDemand />);
    const place = screen.getByRole('status');
    expect(place.textContent).toBe('');
    await userEvent.click(screen.getByRole('button'));
    expect(screen.getByRole('status')).toBe(place);
    expect(place.textContent).toBe('Årshjulet har ingen oppgaver ennå.');
    await userEvent.click(screen.getByRole('button'));
    expect(place.textContent).toBe('');
  });

  it('has a place of its own where what it says changes', async () => {
    await show(<WaitingSaves person="kari" />);
    expect(screen.getAllByRole('status')).toHaveLength(2);
  });

  it('is nowhere a status itself: a screen reader would not read it out', () => {
    const files = Object.entries(
      import.meta.glob<string>('../../src/web/client/**/*.tsx', {
        query: '?raw',
        import: 'default',
        eager: true,
      }),
    );
    expect(files.length).toBeGreaterThan(100);
    const mounted = files.filter(([, text]) => /<Alert[^>]*\srole="status"/.test(text)).map(([path]) => path);
    expect(mounted).toEqual([]);
  });
});

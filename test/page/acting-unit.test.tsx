import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { hasRole } from '../../src/routing/caller.js';
import { useSession } from '../../src/web/client/data/session/session.js';
import { SessionMenu } from '../../src/web/client/shell/session-menu.js';
import { UndoButtons } from '../../src/web/client/task/changes/undo-buttons.js';
import { CYCLE, show } from './shown.js';

const MEMBERSHIPS = [
  { countyName: 'Vestfold', unit: '39-fjellet', unitName: 'Fjellet vgs', role: 'unit-coordinator' },
  { countyName: 'Vestfold', unit: '39', unitName: 'Vestfold', role: 'reader' },
];

/** Kari, who coordinates a school and reads what the county does, as the service tells who she is for each. */
const speaking = (unit: string) => ({
  name: 'Kari Nordmann',
  role: MEMBERSHIPS.find((membership) => membership.unit === unit)?.role,
  county: '39',
  unit,
  personId: 'kari',
  memberships: MEMBERSHIPS,
  ways: { mail: true, provider: null },
});

/** What only those who change tasks see. */
function Tools() {
  const session = useSession();
  const mayEdit = session.data && hasRole(session.data, 'unit-coordinator', '39');
  return mayEdit ? <UndoButtons cycleId={CYCLE} /> : <p>leser</p>;
}

const UNIT = 'Handler på vegne av';

describe('speaking for another unit', () => {
  it('asks in its name for nothing that only the unit before could see', async () => {
    const user = userEvent.setup();
    const { asked } = await show(
      <>
        <SessionMenu />
        <Tools />
      </>,
      {
        'GET /api/session': (_, { actingUnit }) => ({ body: speaking(actingUnit ?? '39-fjellet') }),
        [`GET /api/cycles/${CYCLE}/undo`]: { body: { undo: null, redo: null } },
      },
    );
    await user.selectOptions(await screen.findByLabelText(UNIT), '39');
    await screen.findByText('leser');
    await user.selectOptions(screen.getByLabelText(UNIT), '39-fjellet');
    await screen.findByRole('button', { name: 'Angre' });
    const undo = asked.filter(({ request }) => request.endsWith('/undo'));
    expect(undo.map(({ actingUnit }) => actingUnit)).toEqual([null, '39-fjellet']);
  });

  it('stays with the unit before when the service refuses, and says why', async () => {
    const user = userEvent.setup();
    await show(<SessionMenu />, {
      'GET /api/session': (_, { actingUnit }) =>
        actingUnit === '39'
          ? { status: 403, body: { detail: 'Rollen er tatt bort.' } }
          : { body: speaking('39-fjellet') },
    });
    const choice = await screen.findByLabelText<HTMLSelectElement>(UNIT);
    await user.selectOptions(choice, '39');
    await screen.findByRole('alert');
    expect(choice.value).toBe('39-fjellet');
  });
});

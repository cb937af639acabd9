import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { usePartners } from '../../src/web/client/data/county/units.js';
import PublishPage from '../../src/web/client/pages/cycles/publish/publish-page.js';
import { Preferences } from '../../src/web/client/shell/preferences.js';
import { COORDINATOR, CYCLE, cycleView, show } from './shown.js';

/** What is asked for once and held to be good for good. */
function Partners() {
  usePartners();
  return null;
}

describe('another language', () => {
  it('takes nothing away of what is being written', async () => {
    const user = userEvent.setup();
    const { asked } = await show(
      <>
        <Preferences />
        <Partners />
        <PublishPage cycleId={CYCLE} />
      </>,
      {
        'GET /api/session': { body: COORDINATOR },
        [`GET /api/cycles/${CYCLE}`]: { body: cycleView.cycle },
        [`GET /api/cycles/${CYCLE}/view`]: { body: cycleView },
        [`GET /api/cycles/${CYCLE}/changes`]: { body: [] },
        [`GET /api/cycles/${CYCLE}/audience`]: { body: { feeds: 3, people: 2, corrections: 0 } },
        'GET /api/cycles': { body: [cycleView.cycle] },
        'GET /api/framework': { body: { partners: [] } },
      },
    );
    const message = await screen.findByRole('textbox');
    await user.type(message, 'Datoene for våren er klare.');
    await user.selectOptions(screen.getByLabelText('Språk'), 'English');
    await screen.findByLabelText('Language');
    // All that is shown is asked for again, in the language that is read now.
    await waitFor(() =>
      expect(asked.filter(({ language }) => language === 'en').map(({ request }) => request)).toEqual(
        expect.arrayContaining([
          'GET /api/session',
          `GET /api/cycles/${CYCLE}/audience`,
          'GET /api/framework',
        ]),
      ),
    );
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Datoene for våren er klare.');
  });
});

import { expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { CYCLE, journeys } from './journey.js';

onDatabase('SQLite', 'the working version and what is published', (createDatabase) => {
  const journey = journeys(createDatabase);
  const TASK = `${CYCLE}-apen-skole`;

  it('are told apart: who works sees what is edited and can look at the other, everybody else sees what is published', async () => {
    const { call, openAs, open, service } = journey();
    await call('patch', `/api/tasks/${TASK}`, { title: 'Skolen er åpen' }, 1);
    const { page } = await openAs('kari', `/cycles/${CYCLE}/agenda?q=skole`);
    const changed = page.getByRole('link', { name: 'Skolen er åpen', exact: true });
    await changed.waitFor();
    await page.getByRole('link', { name: 'Publisert', exact: true }).click();
    await changed.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Åpen skole' }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('state')).toBe('published');
    await page.getByRole('link', { name: 'Arbeidsversjon' }).click();
    await changed.waitFor();

    const { page: visitor } = await open(`/tasks/${TASK}`);
    await visitor.getByRole('heading', { level: 1, name: 'Åpen skole' }).waitFor();
    const { page: reader } = await openAs('ola', `/tasks/${TASK}`);
    await reader.getByRole('heading', { level: 1, name: 'Skolen er åpen' }).waitFor();
    await reader.goto(`${service.url}/embed/cycles/${CYCLE}/agenda?q=åpen skole`);
    await reader.getByRole('link', { name: 'Åpen skole' }).first().waitFor();
  });

  it('begin, for somebody of a school, with what the school sees', async () => {
    const { page } = await journey().openAs('siri', '/');
    await expect
      .poll(() => new URL(page.url()).searchParams.get('unit'))
      .toBe('39-horten-videregaende-skole');
  });
});

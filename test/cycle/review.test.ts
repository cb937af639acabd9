import request from 'supertest';
import { expect, it } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, pointers, startTestService } from '../http/test-service.js';

const LOOKED_OVER = '/api/cycles/39-2026-2027/looked-over';
const TASK = '39-2026-2027-apen-skole';

onEachDatabase('what of a draft has been looked over', (createDatabase) => {
  it('is kept for all who look it over: ticked once by whoever was first, unticked by anyone, of the cycle’s own tasks alone', async () => {
    const database = await createDatabase('begun');
    const service = await startTestService(database.address);
    const call = (method: 'get' | 'patch', body?: object, as = 'Kari', status = 200) => {
      const asked = request(service.url)
        [method](LOOKED_OVER)
        .set({ Authorization: `Bearer ${ADMIN_TOKEN}`, 'On-Behalf-Of': as });
      return (body ? asked.send(body) : asked).expect(status);
    };
    expect((await call('get')).body).toEqual([]);
    const withAnother = { tasks: [TASK, '39-2025-2026-apen-skole'], lookedOver: true };
    const refused = await call('patch', withAnother, 'Kari', 400);
    expect(pointers(refused.body)).toEqual(['/body/tasks/1']);
    expect((await call('get')).body).toEqual([]);
    expect((await call('patch', { tasks: [TASK], lookedOver: true })).body).toMatchObject([
      { taskId: TASK, who: 'Kari' },
    ]);
    await call('patch', { tasks: [TASK, '39-2026-2027-yrkesmesse'], lookedOver: true }, 'Per');
    expect((await call('get')).body).toMatchObject([
      { taskId: TASK, who: 'Kari' },
      { taskId: '39-2026-2027-yrkesmesse', who: 'Per' },
    ]);
    await call('patch', { tasks: [TASK], lookedOver: false }, 'Per');
    expect((await call('get')).body).toMatchObject([{ who: 'Per' }]);
    await service.stop();
    await database.drop();
  });
});

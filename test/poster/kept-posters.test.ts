import { describe, expect, it } from 'vitest';
import { KeptPosters } from '../../src/poster/kept-posters.js';

describe('posters that are kept', () => {
  it('are made for twenty who wait; who comes after them is told to come again', async () => {
    const kept = new KeptPosters();
    let goOn = () => {};
    const first = new Promise<string>((resolve) => {
      goOn = () => resolve('first');
    });
    const waiting = [...Array(21).keys()].map((n) =>
      kept.poster(String(n), () => (n === 0 ? first : Promise.resolve(String(n)))),
    );
    await expect(kept.poster('late', async () => 'late')).rejects.toMatchObject({ code: 'busy' });
    const same = kept.poster('20', async () => 'made again');
    goOn();
    expect(await Promise.all(waiting)).toHaveLength(21);
    expect(await same).toBe('20');
    expect(await kept.poster('late', async () => 'late')).toBe('late');
  });
});

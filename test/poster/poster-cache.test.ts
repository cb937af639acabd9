import { describe, expect, it } from 'vitest';
import { PosterCache } from '../../src/poster/poster-cache.js';

describe('posters that are kept', () => {
  it('are made once, however many ask for them meanwhile and after', async () => {
    const kept = new PosterCache();
    let made = 0;
    const make = async () => `made ${++made}`;
    const asked = [kept.poster('a', make), kept.poster('a', make)];
    expect(kept.has('a')).toBe(true);
    expect(await Promise.all(asked)).toEqual(['made 1', 'made 1']);
    expect(await kept.poster('a', make)).toBe('made 1');
    expect(await kept.poster('b', make)).toBe('made 2');
  });

  it('are made again when they could not be made', async () => {
    const kept = new PosterCache();
    await expect(kept.poster('a', () => Promise.reject(new Error('no ink')))).rejects.toThrow('no ink');
    expect(kept.has('a')).toBe(false);
    expect(await kept.poster('a', async () => 'made')).toBe('made');
  });
});

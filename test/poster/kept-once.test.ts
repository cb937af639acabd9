import { describe, expect, it } from 'vitest';
import { KeptOnce } from '../../src/poster/kept-once.js';

describe('things that are kept', () => {
  it('are made once, however many ask for them meanwhile and after', async () => {
    const kept = new KeptOnce<string>(1000, Buffer.byteLength);
    let made = 0;
    const make = async () => `made ${++made}`;
    const asked = [kept.get('a', make), kept.get('a', make)];
    expect(kept.has('a')).toBe(true);
    expect(await Promise.all(asked)).toEqual(['made 1', 'made 1']);
    expect(await kept.get('a', make)).toBe('made 1');
    expect(await kept.get('b', make)).toBe('made 2');
  });

  it('are made again when others have taken their room', async () => {
    const kept = new KeptOnce<string>(12, Buffer.byteLength);
    let made = 0;
    const make = async () => `made ${++made}`;
    expect(await kept.get('a', make)).toBe('made 1');
    expect(await kept.get('b', make)).toBe('made 2');
    expect(await kept.get('a', make)).toBe('made 3');
  });

  it('are made again when they could not be made', async () => {
    const kept = new KeptOnce<string>(1000, Buffer.byteLength);
    await expect(kept.get('a', () => Promise.reject(new Error('no ink')))).rejects.toThrow('no ink');
    expect(kept.has('a')).toBe(false);
    expect(await kept.get('a', async () => 'made')).toBe('made');
  });
});

import { expect, it } from 'vitest';
import { inTurns, tally } from './asking.js';
import { CYCLE, underAttack } from './watched-service.js';

const sizes = ['wheel', 'list'].flatMap((content) =>
  ['svg', 'png', 'pdf'].flatMap((format) =>
    ['a4', 'a3', 'a1'].flatMap((paper) =>
      ['light', 'dark', 'print'].map(
        (theme) => `/cycles/${CYCLE}/${content}.${format}?paper=${paper}&theme=${theme}`,
      ),
    ),
  ),
);

underAttack('posters that anybody may ask for', (target) => {
  const isFine = (status: number) => [200, 429, 503].includes(status);

  it('are drawn in all sizes for many addresses at once, or not at this moment', async () => {
    const answers = await inTurns(
      [...sizes, ...sizes.map((path) => `${path}&language=en`)],
      30,
      async (path, index) => {
        const from = `127.0.1.${1 + (index % 40)}`;
        return target.service.ask('GET', path, { from, milliseconds: 60_000 });
      },
    );
    expect(Object.keys(tally(answers)).filter((status) => !isFine(Number(status)))).toEqual([]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(20);
  });

  it('are drawn with every name that has no room listed under the wheel, or not at this moment', async () => {
    const wheels = sizes.filter((path) => path.includes('/wheel.'));
    const answers = await inTurns(
      wheels.flatMap((path) =>
        ['phase', 'actor', 'unit'].map((rings) => `${path}&level=complete&unnamed=listed&rings=${rings}`),
      ),
      30,
      async (path, index) => {
        const from = `127.0.5.${1 + (index % 40)}`;
        return target.service.ask('GET', path, { from, milliseconds: 60_000 });
      },
    );
    expect(Object.keys(tally(answers)).filter((status) => !isFine(Number(status)))).toEqual([]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(20);
    for (const unnamed of ['', 'all', 'listed,counted', 'listed&unnamed=counted'])
      expect(
        (
          await target.service.ask('GET', `/cycles/${CYCLE}/wheel.svg?unnamed=${unnamed}`, {
            from: '127.0.5.99',
          })
        ).status,
        unnamed,
      ).toBe(400);
  });

  it('cost nothing when whoever asks has gone', async () => {
    await inTurns([...Array(60).keys()], 30, (index) =>
      target.service.ask('GET', `/cycles/${CYCLE}/wheel.pdf?paper=a1&q=${index}`, {
        from: `127.0.2.${1 + index}`,
        milliseconds: 60_000,
      }),
    );
    const { status } = await target.service.ask('GET', `/cycles/${CYCLE}/wheel.svg`, { from: '127.0.3.1' });
    expect(isFine(status)).toBe(true);
  });

  it('are counted by the address that asks, whatever a header says', async () => {
    const answers = await inTurns([...Array(90).keys()], 4, (index) =>
      target.service.ask('GET', `/cycles/${CYCLE}/wheel.svg?q=skole${index}`, {
        from: '127.0.4.1',
        headers: { 'X-Forwarded-For': `203.0.113.${index}`, Forwarded: `for=203.0.113.${index}` },
        milliseconds: 60_000,
      }),
    );
    expect(Object.keys(tally(answers)).filter((status) => !isFine(Number(status)))).toEqual([]);
    expect(tally(answers.slice(-15))).toEqual({ 429: 15 });
    expect(
      (await target.service.ask('GET', `/cycles/${CYCLE}/wheel.svg?q=mer`, { from: '127.0.4.2' })).status,
    ).toBe(200);
  });
});

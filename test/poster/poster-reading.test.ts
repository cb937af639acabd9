import { expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { openDatabase } from '../../src/database/database.js';
import { raisePublishedStamp } from '../../src/database/published-stamp.js';
import type { Language } from '../../src/language/text.js';
import { type DrawPoster, posterRoutes } from '../../src/poster/poster.routes.js';
import { ANYONE } from '../../src/routing/caller.js';
import { RequestProblem } from '../../src/routing/problem.js';
import type { CacheableFile } from '../../src/routing/route.js';
import { newUnitSchema } from '../../src/units/unit.js';
import { addUnits } from '../../src/units/unit.store.js';
import { knowledge, vestfold2026 } from '../calendar/samples.js';
import { wordingIn } from '../cycle/samples.js';
import { countedReads } from '../database/counted-reads.js';
import { onEachDatabase } from '../database/databases.js';

const CYCLE = '39-2026-2027';

/** A query of a poster, and who asks for it. */
interface Asked {
  readonly query?: object;
  readonly language?: Language;
  readonly address?: string;
}

onEachDatabase('what is read for a poster', (createDatabase) => {
  /** The route of lists as SVG with a way of drawing, and how many queries of tasks it makes. */
  const routeOf = async (drawPoster: DrawPoster) => {
    const { address } = await createDatabase('begun');
    const database = openDatabase(address);
    const { counted, reads } = countedReads(database, 'tasks');
    const { counties, framework } = knowledge;
    const [, list] = posterRoutes({
      database: counted,
      framework,
      counties,
      wordingIn,
      schoolYearFor: () => vestfold2026,
      baseUrl: 'https://arshjul.example',
      version: '1',
      drawPoster,
    });
    if (!list) throw new Error('there is no route of lists');
    const ask = async ({ query = {}, language = 'nb', address: from = '192.0.2.1' }: Asked = {}) =>
      (await list.handle({
        params: { id: CYCLE, format: 'svg' },
        query: list.query?.parse(query),
        language,
        caller: ANYONE,
        transport: { address: from, headers: {}, setCookie: () => undefined },
      } as never)) as CacheableFile;
    return { database, reads, ask };
  };
  const drawn: DrawPoster = async (order, { query, language }, sourceOf) => {
    const { entries } = await sourceOf();
    return JSON.stringify({ order, query, language, size: entries.tasks.length });
  };

  it('is no task as long as only its name is asked for, which is that of a copy as well', async () => {
    const { reads, ask, database } = await routeOf(drawn);
    const { etag } = await ask();
    expect((await ask()).etag).toBe(etag);
    const others = await Promise.all([
      ask({ language: 'en' }),
      ask({ query: { theme: 'dark' } }),
      ask({ query: { q: 'elev' } }),
      ask({ query: { layer: '39' } }),
    ]);
    expect(new Set([etag, ...others.map((each) => each.etag)]).size).toBe(5);
    await raisePublishedStamp(database, '50');
    expect((await ask()).etag).toBe(etag);
    await raisePublishedStamp(database, '39');
    expect((await ask()).etag).not.toBe(etag);
    expect(reads()).toBe(0);
    await database.destroy();
  });

  it('has a new name once there are more units, which it may show', async () => {
    const { ask, database } = await routeOf(drawn);
    const { etag } = await ask();
    const unit = newUnitSchema.parse({ county: '39', kind: 'school', name: 'Greveskogen' });
    await addUnits(database, [unit], instant('2026-11-24T10:00:00Z'));
    expect((await ask()).etag).not.toBe(etag);
    await database.destroy();
  });

  it('is no task when there is no thread to draw it, or an address has had too many', async () => {
    const { reads, ask, database } = await routeOf(async () => {
      throw new RequestProblem('busy', 'The server is busy drawing; try again in a moment.');
    });
    for (let n = 0; n < 60; n += 1)
      await expect((await ask({ query: { q: `ord${n}` } })).content()).rejects.toMatchObject({
        code: 'busy',
      });
    await expect((await ask()).content()).rejects.toMatchObject({ code: 'too-many-requests' });
    expect(reads()).toBe(0);
    await database.destroy();
  });

  it('is once what the county has published, for all posters until it publishes again', async () => {
    const { reads, ask, database } = await routeOf(drawn);
    const contents = async () => {
      const asked = await Promise.all([
        ask(),
        ask(),
        ask({ query: { q: 'elev' } }),
        ask({ language: 'nn' }),
        ask({ query: { unit: '39' } }),
      ]);
      return Promise.all(asked.map(({ content }) => content()));
    };
    const first = await contents();
    expect(new Set(first).size).toBe(4);
    const readOnce = reads();
    expect(readOnce).toBeGreaterThan(0);
    expect(await contents()).toEqual(first);
    expect(reads()).toBe(readOnce);
    await raisePublishedStamp(database, '39');
    await contents();
    expect(reads()).toBe(2 * readOnce);
    await database.destroy();
  });

  it('is drawn once for all who ask for the same at the same time', async () => {
    let drawings = 0;
    const { ask, database } = await routeOf(async (...order) => {
      drawings += 1;
      return drawn(...order);
    });
    const asked = await Promise.all(
      Array.from({ length: 30 }, (_, index) => ask({ address: `192.0.2.${index}` })),
    );
    const contents = await Promise.all(asked.map(({ content }) => content()));
    expect(new Set(contents).size).toBe(1);
    expect(drawings).toBe(1);
    await database.destroy();
  });
});

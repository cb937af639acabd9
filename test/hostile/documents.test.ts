import { beforeAll, expect, it } from 'vitest';
import type { Answer } from './asking.js';
import { addSchool, addSignedIn, type SignedIn, send } from './people.js';
import { AUTOMATION, CYCLE, underAttack } from './watched-service.js';

interface Entry {
  readonly id: string;
  readonly cycleId: string;
  readonly layer: string;
  readonly unitId?: string | null;
}

interface Document {
  readonly cycle: { readonly id: string; readonly county: string; readonly schoolYear: string };
  readonly units: readonly Record<string, unknown>[];
  readonly entries: readonly {
    readonly edited: Entry;
    readonly generated: Entry | null;
    readonly published: Entry | null;
  }[];
  readonly history: readonly Record<string, unknown>[];
  readonly comments: readonly Record<string, unknown>[];
}

underAttack('documents with somebody else’s ids', (target) => {
  let kari: SignedIn;
  let oslo: SignedIn;
  let few: Document;
  let years = 2000;

  beforeAll(async () => {
    const { service } = target;
    await addSchool(service, '39-fjellet', 'Fjellet videregående skole');
    await addSchool(service, '03-elvebakken', 'Elvebakken videregående skole');
    const coordinator = { role: 'county-coordinator' };
    kari = await addSignedIn(target, {
      ...coordinator,
      unitId: '39',
      name: 'Kari',
      address: 'kari@vestfold.example',
    });
    oslo = await addSignedIn(target, {
      ...coordinator,
      unitId: '03',
      name: 'Oda',
      address: 'oda@oslo.example',
    });
    const document = await service.get<Document>(`/api/cycles/${CYCLE}/document`, kari.headers);
    few = { ...document, entries: document.entries.slice(0, 5), history: [], comments: [] };
  });

  /** A document with a few tasks, of a school year that is not there yet: no attack stands in the way of another. */
  const ofOwnCounty = (): Document => {
    years += 1;
    return moved(few, CYCLE, `39-${years}-${years + 1}`, `${years}/${years + 1}`);
  };
  /** The document with another id of its cycle wherever it stands. */
  const moved = (document: Document, from: string, to: string, schoolYear: string): Document => {
    const renamed = JSON.parse(JSON.stringify(document).replaceAll(from, to)) as Document;
    return { ...renamed, cycle: { ...renamed.cycle, schoolYear } };
  };
  const take = (document: object, by: SignedIn = kari): Promise<Answer> =>
    target.service.ask('POST', '/api/cycles/documents', { headers: by.headers, body: document });
  const cycles = async () =>
    (await target.service.get<{ id: string }[]>('/api/cycles')).map(({ id }) => id).sort();
  /** A document is refused and has left nothing. */
  const expectRefused = async (document: object, by: SignedIn = kari) => {
    const before = await cycles();
    const { status, body } = await take(document, by);
    expect([400, 403, 422], body.toString().slice(0, 300)).toContain(status);
    expect(await cycles()).toEqual(before);
  };
  /** A document of the own county whose tasks, in every state, are changed. */
  const eachTask = (change: (entry: Entry) => object): Document => {
    const document = ofOwnCounty();
    const changed = (entry: Entry) => ({ ...entry, ...change(entry) });
    return {
      ...document,
      entries: document.entries.map(({ edited, generated, published }) => ({
        edited: changed(edited),
        generated: generated && changed(generated),
        published: published && changed(published),
      })),
    };
  };

  it('do not put a cycle in the place of another county’s', async () => {
    const document = ofOwnCounty();
    const { id, schoolYear } = document.cycle;
    await expectRefused(moved(document, id, id.replace('39-', '03-'), schoolYear));
    const { status } = await target.service.ask('GET', `/api/cycles/${id.replace('39-', '03-')}/view`);
    expect([401, 404]).toContain(status);
    const asked = { headers: oslo.headers, body: { county: '03', schoolYear } };
    await send(target.service, 201, 'POST', '/api/cycles', asked);
  });

  it.each([
    ['of another school year than its id says', '39-2024-2025'],
    ['that is none', 'x'],
    ['with a path in it', '39-2025-2026/../../03-2025-2026'],
    ['with a name of JavaScript', '__proto__'],
    ['of no county', '2025-2026'],
  ])('do not bring an id %s', async (_what, to) => {
    const document = ofOwnCounty();
    await expectRefused(moved(document, document.cycle.id, to, document.cycle.schoolYear));
  });

  it.each([
    ['another county', '03-2026-2027'],
    ['another cycle', '39-2027-2028'],
    ['a cycle that is there', CYCLE],
    ['nothing', ''],
  ])('do not bring tasks whose ids are of %s', (_what, to) =>
    expectRefused(eachTask(({ id, cycleId }) => ({ id: id.replace(cycleId, to) }))),
  );

  it.each([
    ['a unit of another county as the one that is to do it', () => ({ unitId: '03-elvebakken' })],
    ['another county as its layer', () => ({ layer: '03' })],
    ['a unit of another county as its layer', () => ({ layer: '03-elvebakken' })],
    ['another cycle', () => ({ cycleId: CYCLE })],
  ])('do not bring tasks that name %s', (_what, change) => expectRefused(eachTask(change)));

  it.each([
    ['with its own number', '03'],
    ['with the number of the document’s', '39'],
  ])('do not bring a unit of another county, %s', async (_how, county) => {
    const document = ofOwnCounty();
    const unit = {
      ...document.units[0],
      id: '03-elvebakken',
      kind: 'school',
      name: 'Overtatt',
      version: 900,
      county,
    };
    await expectRefused({ ...document, units: [...document.units, unit] });
    const elvebakken = await target.service.get<{ name: string }>('/api/units/03-elvebakken');
    expect(elvebakken.name).toBe('Elvebakken videregående skole');
  });

  it('do not change what nobody may change: the county’s own unit, its kind, its name', async () => {
    const document = ofOwnCounty();
    const renamed = document.units.map((unit) => ({
      ...unit,
      name: 'Overtatt',
      version: 900,
      kind: 'school',
    }));
    await take({ ...document, units: renamed });
    const units =
      await target.service.get<{ id: string; name: string; kind: string }[]>('/api/units?county=39');
    expect(units.find(({ id }) => id === '39')).toMatchObject({ kind: 'county' });
    expect(units.find(({ id }) => id === '39')?.name).not.toBe('Overtatt');
  });

  it('do not bring comments on other tasks', async () => {
    const comment = {
      taskId: `${CYCLE}-skolestart`,
      id: 'c',
      at: '2025-09-01T10:00:00Z',
      who: 'kari',
      text: 'x',
    };
    await expectRefused({ ...ofOwnCounty(), comments: [comment] });
  });

  it('do not bring a history of other tasks, or two of one revision', async () => {
    const document = ofOwnCounty();
    const [entry] = document.entries;
    const foreign = { ...entry?.edited, id: '03-2025-2026-skolestart', cycleId: '03-2025-2026' };
    const revision = {
      revision: 1,
      at: '2025-09-01T10:00:00Z',
      who: 'kari',
      action: 'changed',
      takesBack: null,
    };
    await expectRefused({
      ...document,
      history: [{ ...revision, changes: [{ before: foreign, after: foreign }] }],
    });
    const twice = [1, 1].map(() => ({ ...revision, changes: [{ before: null, after: entry?.edited }] }));
    await expectRefused({ ...document, history: twice });
  });

  it('are taken from nobody but a coordinator of the county', async () => {
    await expectRefused(ofOwnCounty(), oslo);
    const ulf = {
      unitId: '39-fjellet',
      role: 'unit-coordinator',
      name: 'Ulf',
      address: 'ulf@fjellet.example',
    };
    await expectRefused(ofOwnCounty(), await addSignedIn(target, ulf));
    for (const headers of [{}, { ...AUTOMATION, 'Acting-Unit': '39-fjellet' }]) {
      const { status } = await target.service.ask('POST', '/api/cycles/documents', {
        headers,
        body: ofOwnCounty(),
      });
      expect([401, 403]).toContain(status);
    }
  });

  it('are taken in when they are of the county, and a second time are a conflict', async () => {
    const own = ofOwnCounty();
    const { status, body } = await take(own);
    expect(status, body.toString()).toBe(201);
    expect((await take(own)).status).toBe(409);
  });
});

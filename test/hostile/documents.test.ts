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
  let own: Document;

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
    // A few tasks of another school year, that is not there yet.
    const few = { ...document, entries: document.entries.slice(0, 5), history: [], comments: [] };
    own = moved(few, CYCLE, '39-2025-2026', '2025/2026');
  });

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
    expect([400, 403, 409, 422], body.toString().slice(0, 300)).toContain(status);
    expect(await cycles()).toEqual(before);
  };
  const eachTask = (change: (entry: Entry) => object): Document => ({
    ...own,
    entries: own.entries.map(({ edited, generated, published }) => ({
      edited: { ...edited, ...change(edited) },
      generated: generated && { ...generated, ...change(generated) },
      published: published && { ...published, ...change(published) },
    })),
  });

  it('do not put a cycle in the place of another county’s', async () => {
    await expectRefused(moved(own, '39-2025-2026', '03-2025-2026', '2025/2026'));
    const { status } = await target.service.ask('GET', '/api/cycles/03-2025-2026/view');
    expect([401, 404]).toContain(status);
    const asked = { headers: oslo.headers, body: { county: '03', schoolYear: '2025/2026' } };
    await send(target.service, 201, 'POST', '/api/cycles', asked);
  });

  it.each([
    ['of another school year than its id says', '39-2024-2025'],
    ['that is none', 'x'],
    ['with a path in it', '39-2025-2026/../../03-2025-2026'],
    ['with a name of JavaScript', '__proto__'],
    ['of no county', '2025-2026'],
  ])('do not bring an id %s', (_what, id) =>
    expectRefused({ ...moved(own, '39-2025-2026', id, '2025/2026') }),
  );

  it('do not bring tasks whose ids are of another county or cycle', async () => {
    await expectRefused(eachTask(({ id }) => ({ id: id.replace('39-2025-2026', '03-2026-2027') })));
    await expectRefused(eachTask(({ id }) => ({ id: id.replace('39-2025-2026', '39-2027-2028') })));
    await expectRefused(eachTask((entry) => ({ cycleId: CYCLE, id: entry.id })));
    await expectRefused(eachTask(({ id }) => ({ id: id.replace('39-2025-2026', CYCLE) })));
  });

  it('do not name units of another county, in tasks or by themselves', async () => {
    await expectRefused(eachTask(() => ({ unitId: '03-elvebakken' })));
    await expectRefused(eachTask(() => ({ layer: '03' })));
    const unit = { ...own.units[0], id: '03-elvebakken', kind: 'school', name: 'Overtatt' };
    await expectRefused({ ...own, units: [...own.units, unit] });
    await expectRefused({ ...own, units: [...own.units, { ...unit, county: '03' }] });
    const elvebakken = await target.service.get<{ name: string }>('/api/units/03-elvebakken');
    expect(elvebakken.name).toBe('Elvebakken videregående skole');
  });

  it('do not change what nobody may change: the county’s own unit, its kind, its name', async () => {
    const renamed = own.units.map((unit) => ({ ...unit, name: 'Overtatt', version: 900, kind: 'school' }));
    await take(moved({ ...own, units: renamed }, '39-2025-2026', '39-2020-2021', '2020/2021'));
    const units =
      await target.service.get<{ id: string; name: string; kind: string }[]>('/api/units?county=39');
    expect(units.find(({ id }) => id === '39')).toMatchObject({ kind: 'county' });
    expect(units.find(({ id }) => id === '39')?.name).not.toBe('Overtatt');
  });

  it('do not bring a history or comments of other tasks', async () => {
    const comment = {
      taskId: `${CYCLE}-skolestart`,
      id: 'c',
      at: '2025-09-01T10:00:00Z',
      who: 'kari',
      text: 'x',
    };
    await expectRefused({ ...own, comments: [comment] });
    const [entry] = own.entries;
    const foreign = { ...entry?.edited, id: '03-2025-2026-skolestart', cycleId: '03-2025-2026' };
    const revision = {
      revision: 1,
      at: '2025-09-01T10:00:00Z',
      who: 'kari',
      action: 'changed',
      takesBack: null,
      changes: [{ before: foreign, after: foreign }],
    };
    await expectRefused({ ...own, history: [revision] });
    await expectRefused({
      ...own,
      history: [
        { ...revision, changes: [] },
        { ...revision, changes: [] },
      ],
    });
  });

  it('are taken from nobody but a coordinator of the county', async () => {
    await expectRefused(own, oslo);
    const ulf = {
      unitId: '39-fjellet',
      role: 'unit-coordinator',
      name: 'Ulf',
      address: 'ulf@fjellet.example',
    };
    await expectRefused(own, await addSignedIn(target, ulf));
    for (const headers of [{}, { ...AUTOMATION, 'Acting-Unit': '39-fjellet' }]) {
      const { status } = await target.service.ask('POST', '/api/cycles/documents', { headers, body: own });
      expect([401, 403]).toContain(status);
    }
  });

  it('are taken in when they are of the county, and a second time are a conflict', async () => {
    const { status, body } = await take(own);
    expect(status, body.toString()).toBe(201);
    expect((await take(own)).status).toBe(409);
  });
});

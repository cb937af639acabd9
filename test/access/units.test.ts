import request from 'supertest';
import { describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { isOrganisationNumber } from '../../src/units/organisation-number.js';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers } from '../http/test-service.js';

/** Nobody's, and fitting its check digit. */
const NUMBER = '999 999 999';

describe('an organisation number', () => {
  // Made up: digits that fit their check digit, or that do not.
  it.each([
    ['999999999', true],
    ['900000006', true],
    ['999999998', false],
    ['900000005', false],
    ['912345670', false],
    ['99999999', false],
    ['123456785', false],
    ['99999999a', false],
  ])('%s is %s', (text, expected) => {
    expect(isOrganisationNumber(text)).toBe(expected);
  });

  it('has one check digit for each eight digits, or none', () => {
    for (let first = 90_000_000; first < 90_000_200; first += 1) {
      const fitting = [...Array(10).keys()].filter((check) => isOrganisationNumber(`${first}${check}`));
      expect(fitting.length).toBeLessThanOrEqual(1);
    }
  });
});

onEachDatabase('the units of a county', (createDatabase) => {
  const { service } = freshService(createDatabase);
  const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };
  const post = (path: string, body: object) => request(service.url).post(path).set(automation).send(body);
  const units = async () =>
    (await request(service.url).get('/api/units?county=39').set(automation).expect(200)).body;

  const table = [
    'Navn;Type;Orgnr;Kommune;E-post;Samarbeidspartner',
    `Fjellet vgs;skole;${NUMBER};Fjelldal;post@fjellet.example;`,
    'NAV Fjelldal;samarbeidspartner;;Fjelldal;;nav',
    'Fjellet VGS;skole;;;;',
    'Feil tall;skole;999999998;;;',
    'Feil slag;sirkus;;;;',
    `To med ett tall;kommune;${NUMBER};;;`,
    'Feil partner;samarbeidspartner;;;;sirkus',
  ].join('\n');
  const body = { county: '39', format: 'csv', content: Buffer.from(table).toString('base64') };

  it('are imported from a table: previewed, once, with what is wrong in which line', async () => {
    const preview = (await post('/api/units/import?preview=true', body).expect(200)).body;
    expect(
      preview.map(({ outcome, problems }: { outcome: string; problems: { field: string }[] }) => [
        outcome,
        ...problems.map(({ field }) => field),
      ]),
    ).toEqual([
      ['new'],
      ['new'],
      ['duplicate'],
      ['unusable', 'organisationNumber'],
      ['unusable', 'kind'],
      ['unusable', 'organisationNumber'],
      ['unusable', 'partner'],
    ]);
    expect(preview[3].place).toEqual({ unit: 'line', number: 5 });
    expect(preview[3].problems[0]).not.toHaveProperty('code');
    expect(preview[5].problems[0]).toMatchObject({ code: 'taken' });
    expect(preview[0].unit).toEqual({
      kind: 'school',
      organisationNumber: NUMBER.replaceAll(' ', ''),
      municipality: 'Fjelldal',
      address: 'post@fjellet.example',
      partner: null,
    });
    expect(preview.slice(2).map(({ unit }: { unit: unknown }) => unit)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(await units()).toHaveLength(1);
    await post('/api/units/import', body).expect(200);
    expect((await units()).slice(1)).toMatchObject([
      {
        id: '39-fjellet-vgs',
        kind: 'school',
        organisationNumber: NUMBER.replaceAll(' ', ''),
        municipality: 'Fjelldal',
        address: 'post@fjellet.example',
      },
      { id: '39-nav-fjelldal', kind: 'partner', partner: 'nav' },
    ]);
    const again = (await post('/api/units/import', body).expect(200)).body;
    expect(again.filter(({ outcome }: { outcome: string }) => outcome === 'new')).toEqual([]);
    expect(await units()).toHaveLength(3);
  });

  it('are imported from a table in nynorsk too', async () => {
    const content = Buffer.from(
      'Namn;Type;Samarbeidspartnar\nVågen vgs;vidaregåande skule;\nNav Vågen;samarbeidspartnar;nav\n',
    ).toString('base64');
    const preview = (await post('/api/units/import?preview=true', { ...body, content }).expect(200)).body;
    expect(preview).toMatchObject([
      { outcome: 'new', unit: { kind: 'school' } },
      { outcome: 'new', unit: { kind: 'partner', partner: 'nav' } },
    ]);
  });

  it('are imported from Excel too', async () => {
    const rows = [
      ['navn', 'type', 'orgnr'],
      ['Fjellet vgs', 'skole', Number(NUMBER.replaceAll(' ', ''))],
    ];
    const bytes = await writeExcel(rows.map((row) => row.map((value) => ({ value })))).toBuffer();
    await post('/api/units/import', {
      county: '39',
      format: 'xlsx',
      content: bytes.toString('base64'),
    }).expect(200);
    expect((await units())[1]).toMatchObject({
      name: 'Fjellet vgs',
      organisationNumber: NUMBER.replaceAll(' ', ''),
    });
  });

  it('are edited, with an organisation number that its check digit fits', async () => {
    const unit = { county: '39', kind: 'school', name: 'Fjellet vgs' };
    expect(
      pointers((await post('/api/units', { ...unit, organisationNumber: '999999998' }).expect(400)).body),
    ).toEqual(['/body/organisationNumber']);
    const { body: added } = await post('/api/units', { ...unit, organisationNumber: NUMBER }).expect(201);
    const { body: changed } = await request(service.url)
      .patch(`/api/units/${added.id}`)
      .set({ ...automation, 'If-Match': '"1"' })
      .send({ municipality: 'Fjelldal', organisationNumber: null })
      .expect(200);
    expect(changed).toMatchObject({ municipality: 'Fjelldal', organisationNumber: null });
    expect(pointers((await post('/api/units', { ...unit, id: '50-fjellet' }).expect(400)).body)).toEqual([
      '/body/id',
    ]);
  });
});

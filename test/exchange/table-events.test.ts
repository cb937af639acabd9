import { describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { UnreadableImport } from '../../src/exchange/imported-event.js';
import { tableFromCsv, tableFromExcel } from '../../src/exchange/table.js';
import { eventsFromTable, guessMapping } from '../../src/exchange/table-events.js';

const csv = (text: string, encoding: BufferEncoding = 'utf8') => tableFromCsv(Buffer.from(text, encoding));
const guess = (columns: readonly string[]) => guessMapping(columns, () => []);
const read = (text: string) => {
  const table = csv(text);
  return eventsFromTable(table, guess(table.columns));
};

describe('a table of events', () => {
  it('is read with commas, semicolons and tabs, and as Excel in Norway writes it', () => {
    for (const text of [
      'Hva,Dato\nMøte,10.09.2026',
      '\ufeffHva;Dato\r\nMøte;10.09.2026\r\n',
      'Hva\tDato\nMøte\t2026-09-10',
    ])
      expect(read(text).events).toMatchObject([{ title: 'Møte', start: '2026-09-10', end: '2026-09-10' }]);
    expect(csv('Hva;Dato\nMøte;1.9.26', 'latin1').rows[0]?.cells).toEqual(['Møte', '1.9.26']);
  });

  it('has its columns guessed by name, each used once', () => {
    expect(guess(['Dato', 'Oppgave', 'Type', 'Merknad', 'Farge'])).toEqual({
      start: 'Dato',
      title: 'Oppgave',
      kind: 'Type',
      description: 'Merknad',
    });
  });

  it('takes days and times as people write them', () => {
    const rows = [
      '10.09.2026',
      '10/9/26',
      '2026-09-10',
      '10.09.2026 18:00',
      '2026-09-10T18.00',
      '10.9.2026 kl. 18.00',
    ];
    const { events } = read(`Hva;Dato\n${rows.map((row) => `x;${row}`).join('\n')}`);
    expect(events.map(({ start, startTime }) => [start, startTime])).toEqual([
      ['2026-09-10', null],
      ['2026-09-10', null],
      ['2026-09-10', null],
      ['2026-09-10', '18:00'],
      ['2026-09-10', '18:00'],
      ['2026-09-10', '18:00'],
    ]);
  });

  it('names the line and field of what is no date or time', () => {
    const { events, unusable } = read('Hva;Dato;Til;Kl\nA;30.02.2026;;\nB;;;\nC;1.9.2026;i morgen;25:00\n');
    expect(events).toEqual([]);
    expect(unusable).toEqual([
      {
        place: { unit: 'line', number: 2 },
        title: 'A',
        problems: [{ field: 'start', what: '"30.02.2026" is not a date' }],
      },
      { place: { unit: 'line', number: 3 }, title: 'B', problems: [{ field: 'start', what: 'is missing' }] },
      {
        place: { unit: 'line', number: 4 },
        title: 'C',
        problems: [
          { field: 'end', what: '"i morgen" is not a date' },
          { field: 'startTime', what: '"25:00" is not a time of day' },
        ],
      },
    ]);
  });

  it('is read from an Excel sheet with real dates, below empty rows', async () => {
    const bytes = await writeExcel([
      [null, null],
      [{ value: 'Hva' }, { value: 'Dato' }],
      [{ value: 'Møte' }, { value: new Date(Date.UTC(2026, 8, 10)), type: Date, format: 'dd.mm.yyyy' }],
      [
        { value: 'Kveld' },
        { value: new Date(Date.UTC(2026, 8, 11, 18, 30)), type: Date, format: 'dd.mm.yyyy hh:mm' },
      ],
    ]).toBuffer();
    const table = await tableFromExcel(bytes);
    expect(eventsFromTable(table, guess(table.columns)).events).toMatchObject([
      { title: 'Møte', start: '2026-09-10', startTime: null },
      { title: 'Kveld', start: '2026-09-11', startTime: '18:30' },
    ]);
  });

  it('is told apart from a file that is none', async () => {
    await expect(tableFromExcel(Buffer.from('no zip'))).rejects.toThrow(UnreadableImport);
    expect(() => csv('')).toThrow(UnreadableImport);
    expect(() => csv('a,b\n"x')).toThrow(UnreadableImport);
  });
});

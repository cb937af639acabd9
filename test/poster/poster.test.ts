import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { LANGUAGES, type Language } from '../../src/language/text.js';
import { PAPER_SIZES, PAPERS } from '../../src/poster/paper.js';
import { renderPoster } from '../../src/poster/poster.js';
import type { PosterOrder } from '../../src/poster/poster-order.js';
import type { Task } from '../../src/task/task.js';
import { GROUPINGS } from '../../src/wheel/wheel-of-tasks.js';
import { taskNamed, vestfoldCycle } from '../cycle/samples.js';
import { AN_ORDER, manyTasks, readPdf, readPng, subjectIn } from './samples.js';

const bytesOf = async (order: Partial<PosterOrder>, subject = subjectIn('nb')) =>
  (await renderPoster({ ...AN_ORDER, ...order }, subject)) as Buffer;
const pdfOf = async (order: Partial<PosterOrder>, subject = subjectIn('nb')) =>
  readPdf(await bytesOf({ ...order, format: 'pdf' }, subject));

type Sheet = Pick<PosterOrder, 'content' | 'paper'>;
const written = new Map<string, Promise<{ bytes: Buffer; read: Awaited<ReturnType<typeof readPdf>> }>>();

/** Vestfold's cycle as PDF, written and read once for all tests of it. */
function vestfoldPdf({ content, paper }: Sheet, language: Language = 'nb') {
  const name = `${content} ${paper} ${language}`;
  const made =
    written.get(name) ??
    bytesOf({ content, paper, format: 'pdf' }, subjectIn(language)).then(async (bytes) => ({
      bytes,
      read: await readPdf(bytes),
    }));
  written.set(name, made);
  return made;
}
const joined = (texts: readonly string[]) => texts.join(' ').replace(/\s+/g, ' ');

/** The titles of the cycle that a text does not have. */
const missingIn = (text: string, language: Language) =>
  vestfoldCycle.tasks.map(({ title }) => title[language] ?? '').filter((title) => !text.includes(title));

/** A task with a title that people would not write, and others might. */
function titled(title: string, id = 'x'): Task {
  const text = { nb: title, nn: title, en: title };
  return { ...taskNamed('soknadsfrist-videregaende'), id, title: text, description: text };
}

describe('the wheel of a poster', () => {
  const county = { id: '39', kind: 'county', name: 'Vestfold', partner: null, route: null } as const;
  const school = { id: '39-horten', kind: 'school', name: 'Horten vgs', partner: null, route: null } as const;

  it.each(GROUPINGS)('has every task when its rings are %ss', async (rings) => {
    const tasks = vestfoldCycle.tasks.map((task) =>
      task.actor === 'school-owner' ? { ...task, unitId: county.id } : task,
    );
    const subject = subjectIn('nb', { tasks, units: [school, county] });
    const svg = await renderPoster({ ...AN_ORDER, content: 'wheel', format: 'svg', rings }, subject);
    const drawn = new Set([...String(svg).matchAll(/data-of="entry:([^"]+)"/g)].map(([, id]) => id));
    expect(subject.tasks.map(({ id }) => id).filter((id) => !drawn.has(id))).toEqual([]);
  });
});

describe('a poster as PDF', () => {
  it.each(PAPERS)('is as large as its paper %s, in fonts of its own', async (paper) => {
    const { width, height } = PAPER_SIZES[paper];
    for (const content of ['wheel', 'list'] as const) {
      const { bytes, read } = await vestfoldPdf({ content, paper });
      for (const page of read.pages) {
        const sides = [page.width, page.height].sort((a, b) => a - b);
        expect(sides[0]).toBeCloseTo(width, 1);
        expect(sides[1]).toBeCloseTo(height, 1);
      }
      const source = bytes.toString('latin1');
      expect(source.match(/\/FontFile2 /g)).toHaveLength(2);
      expect(source).not.toMatch(/Helvetica|\/Type1\b/);
    }
  });

  it('has every task of the list as text that can be selected and copied, each once', async () => {
    const { pages } = (await vestfoldPdf({ content: 'list', paper: 'a4' })).read;
    expect(pages.length).toBeGreaterThan(3);
    const text = joined(pages.flatMap(({ texts }) => texts));
    expect(missingIn(text, 'nb')).toEqual([]);
    const links = pages.flatMap(({ links }) => links.map(({ url }) => url));
    expect(new Set(links)).toEqual(
      new Set(vestfoldCycle.tasks.map(({ id }) => `https://arshjul.example/tasks/${id}`)),
    );
  });

  it('numbers its pages, and says on each what it is of', async () => {
    const { pages } = (await vestfoldPdf({ content: 'list', paper: 'a4' })).read;
    pages.forEach(({ texts }, index) => {
      expect(joined(texts)).toContain(`Side ${index + 1} av ${pages.length}`);
      expect(joined(texts)).toContain('Årshjul Vestfold');
      expect(joined(texts)).toContain('Skoleåret 2026/2027');
      expect(joined(texts)).toContain('Publisert 24. november 2026.');
    });
  });

  it('has the letters along the curves of the wheel in reading order', async () => {
    const { pages } = (await vestfoldPdf({ content: 'wheel', paper: AN_ORDER.paper })).read;
    const letters = pages.flatMap(({ texts }) => texts).join('');
    for (const month of ['aug', 'jan', 'apr', 'okt']) expect(letters).toContain(month);
    expect(letters).toContain('Overgang fra grunnskolen');
  });

  it('leads from a name of the wheel to the page of its task, by an area on the sheet', async () => {
    const { pages } = (await vestfoldPdf({ content: 'wheel', paper: 'a1' })).read;
    const [page] = pages;
    expect(page?.links.length).toBeGreaterThan(100);
    for (const { url, rect } of page?.links ?? []) {
      expect(url).toMatch(/^https:\/\/arshjul\.example\/tasks\/39-2026-2027-/);
      const [left, bottom, right, top] = rect as [number, number, number, number];
      expect(left).toBeGreaterThanOrEqual(-1);
      expect(bottom).toBeGreaterThanOrEqual(-1);
      expect(right).toBeLessThanOrEqual((page?.width ?? 0) + 1);
      expect(top).toBeLessThanOrEqual((page?.height ?? 0) + 1);
      expect(right - left).toBeGreaterThan(3);
      expect(top - bottom).toBeGreaterThan(3);
    }
  });

  it('tells a reader its title, author and language, its headings and paragraphs', async () => {
    for (const [language, tag] of [
      ['nb', 'nb-NO'],
      ['nn', 'nn-NO'],
      ['en', 'en'],
    ] as const) {
      const { read } = await vestfoldPdf({ content: 'list', paper: AN_ORDER.paper }, language);
      const { info, language: told, isTagged, pages } = read;
      expect(info.Title).toContain('Vestfold');
      expect(info.Author).toBe('Vestfold');
      expect([told, isTagged]).toEqual([tag, true]);
      const roles = JSON.stringify(pages[0]?.structure);
      for (const role of ['H1', 'H2', 'P', 'Link']) expect(roles).toContain(`"role":"${role}"`);
    }
  });

  it('is the same bytes for the same state, and others once it has changed', async () => {
    for (const content of ['wheel', 'list'] as const) {
      const { bytes: first } = await vestfoldPdf({ content, paper: AN_ORDER.paper });
      expect((await bytesOf({ content })).equals(first)).toBe(true);
      const later = subjectIn('nb', { changedAt: instant('2026-11-25T10:00:00Z') });
      expect((await bytesOf({ content }, later)).equals(first)).toBe(false);
    }
  });

  it('writes Sami and Norwegian letters as they are', async () => {
    const title = 'Áššebáhpárat ŧŋđč – Ærlig øvelse på ås';
    const subject = subjectIn('nb', { countyName: 'Romsa ja Finnmárku', tasks: [titled(title)] });
    for (const content of ['wheel', 'list'] as const) {
      const { pages } = await pdfOf({ content }, subject);
      expect(joined(pages.flatMap(({ texts }) => texts))).toContain(title);
    }
  });
});

describe('a poster as SVG and PNG', () => {
  it.each(PAPERS)('is one whole sheet for %s, drawn from the same shapes', async (paper) => {
    for (const content of ['wheel', 'list'] as const) {
      const svg = String(await bytesOf({ content, paper, format: 'svg' }));
      const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false } });
      expect(width / height).toBeGreaterThan(0.1);
      const { title } = taskNamed('soknadsfrist-videregaende');
      expect(svg).toContain((title.nb ?? '').split(' ')[0]);
      expect(svg).not.toMatch(/<script|style=|<style/);
    }
  });

  it('is no larger than a server can bear, however long the list', async () => {
    const subject = subjectIn('nb', { tasks: manyTasks(1000) });
    const drawn = await Promise.all([
      bytesOf({ content: 'wheel', paper: 'a1', format: 'png' }, subject),
      bytesOf({ content: 'list', paper: 'a4', format: 'png' }, subject),
    ]);
    for (const png of drawn.map(readPng)) {
      expect(png.width * png.height).toBeLessThanOrEqual(12_100_000);
      expect(Math.max(png.width, png.height)).toBeLessThanOrEqual(10_010);
      expect(png.size).toBe(png.height * (png.width * 4 + 1));
    }
  });

  it('comes in light, dark and print colours', async () => {
    const themes = await Promise.all(
      (['light', 'dark', 'print'] as const).map((theme) => bytesOf({ format: 'svg', theme })),
    );
    expect(new Set(themes.map(String)).size).toBe(3);
  });
});

describe('a poster of anything', () => {
  const HOSTILE = [
    '</text><script>alert(1)</script>',
    '"><a href="javascript:alert(1)">x</a> &amp; &lt;',
    ')> endobj %%EOF (\\',
    'Linje\nskift\tog \u0000 \u0007 \u001b tegn \ud800 halv',
    '\u202eomvendt \u200b usynlig 🎓🏫 漢字 العربية',
    'A'.repeat(3000),
    ' ',
    '{{count}} $t(kind.deadline)',
  ];

  it('bears titles that nobody should write', async () => {
    const subject = subjectIn('nb', { tasks: HOSTILE.map((title, index) => titled(title, `x-${index}`)) });
    for (const content of ['wheel', 'list'] as const) {
      const svg = String(await bytesOf({ content, format: 'svg' }, subject));
      expect(svg).not.toContain('<script');
      expect(svg).not.toContain('href="javascript');
      expect(new Resvg(svg).width).toBeGreaterThan(0);
      const { pages } = await pdfOf({ content }, subject);
      expect(pages).toHaveLength(1);
      expect(joined(pages.flatMap(({ texts }) => texts))).toContain(')> endobj %%EOF (\\');
      expect(readPng(await bytesOf({ content, format: 'png' }, subject)).size).toBeGreaterThan(0);
    }
  });

  it('is of a cycle without tasks, and says so', async () => {
    const subject = subjectIn('nb', { tasks: [] });
    const { pages } = await pdfOf({ content: 'list' }, subject);
    expect(joined(pages.flatMap(({ texts }) => texts))).toContain('Ingen oppgaver i dette utvalget.');
    for (const rings of GROUPINGS)
      expect((await pdfOf({ content: 'wheel', rings }, subject)).pages).toHaveLength(1);
  });

  it('is of 400 tasks, in every language and with every kind of rings', async () => {
    const tasks = manyTasks(400);
    for (const language of LANGUAGES) {
      const subject = subjectIn(language, { tasks });
      const { pages } = await pdfOf({ content: 'list' }, subject);
      const text = joined(pages.flatMap(({ texts }) => texts));
      expect(text).toContain(subject.wording.t('poster.count', { count: 400 }));
      expect(missingIn(text, language)).toEqual([]);
    }
    for (const rings of GROUPINGS) {
      const svg = String(
        await bytesOf({ content: 'wheel', rings, format: 'svg' }, subjectIn('nb', { tasks })),
      );
      expect(svg.match(/data-of="entry:/g)?.length).toBe(400);
    }
  });

  it('says that it shows a selection, and what is provisional about it', async () => {
    const provisional = vestfoldCycle.tasks.slice(0, 5).map((task) => ({ ...task, provisional: true }));
    const subject = subjectIn('nb', {
      tasks: provisional,
      selection: ['Oppstart Vg1', 'Frist'],
      provisional: ['autumn-break'],
      publishedAt: null,
    });
    const { pages } = await pdfOf({ content: 'list' }, subject);
    const text = joined(pages.flatMap(({ texts }) => texts));
    expect(text).toContain('5 oppgaver i et utvalg: Oppstart Vg1; Frist');
    expect(text).toContain('fylket har ikke vedtatt hele skoleruta (høstferie)');
    expect(text).toContain('1.*');
    expect(text).toContain('slik det er før noen har redigert det');
  });

  it('says what a star means where a date is set each year and not known', async () => {
    const textOf = async (tasks: readonly Task[]) => {
      const { pages } = await pdfOf({ content: 'list' }, subjectIn('nb', { tasks }));
      return joined(pages.flatMap(({ texts }) => texts));
    };
    const [survey] = vestfoldCycle.tasks.filter(({ key }) => key === 'elevundersokelsen');
    const [start] = vestfoldCycle.tasks.filter(({ key }) => key === 'skolestart');
    if (!survey || !start) throw new Error('the templates have neither');
    const star = '* Foreløpig dato: den er ikke fastsatt for 2026/2027 ennå.';
    expect(await textOf([survey])).toContain(star);
    expect(await textOf([start])).not.toContain('*');
  });
});

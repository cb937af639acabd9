import { describe, expect, it } from 'vitest';
import { flawsOf, layout } from '../lint/page-rooms.js';

/** The flaws of a page that has only the files of these imports. */
const flawsIn = (...imports: readonly (readonly [from: string, to: string])[]) =>
  flawsOf(
    imports.flat(),
    imports.map(([from, to]) => ({ from, to })),
  );

describe('the rooms of the page', () => {
  it('are as laid out', () => {
    const { files, imports } = layout();
    // Imports, those of types, and what is fetched when it is needed.
    expect(imports).toContainEqual({ from: 'shell/app.tsx', to: 'pages/tasks/task-page.tsx' });
    expect(imports).toContainEqual({ from: 'ui/page/states.tsx', to: 'ui/page/states.module.css' });
    expect(flawsOf(files, imports)).toEqual([]);
  });

  it('import downwards', () => {
    expect(flawsIn(['ui/page/section.tsx', 'data/language/use-texts.ts'])).toEqual([]);
    expect(flawsIn(['data/api/problem.ts', 'ui/page/section.tsx'])).toEqual([
      'a room imports from above or beside it: data/api/problem.ts → ui/page/section.tsx',
    ]);
    expect(flawsIn(['units/unit-form.ts', 'framework/facts.ts'])).toHaveLength(1);
    expect(flawsIn(['shell/frame.tsx', 'main.tsx'])).toHaveLength(1);
  });

  it('have no circle of folders, however long', () => {
    expect(flawsIn(['ui/a/one.ts', 'ui/b/two.ts'], ['ui/b/other.ts', 'ui/c/three.ts'])).toEqual([]);
    expect(
      flawsIn(
        ['ui/a/one.ts', 'ui/b/two.ts'],
        ['ui/b/other.ts', 'ui/c/three.ts'],
        ['ui/c/three.ts', 'ui/a/one.ts'],
      ),
    ).toEqual(['folders in a circle: ui/a → ui/b → ui/c → ui/a']);
    expect(flawsIn(['ui/one.ts', 'ui/b/two.ts'], ['ui/b/two.ts', 'ui/one.ts'])).toHaveLength(1);
  });

  it('have no page that imports another', () => {
    expect(flawsIn(['pages/tasks/task-page.tsx', 'pages/tasks/parts/step.tsx'])).toEqual([]);
    expect(flawsIn(['pages/tasks/task-page.tsx', 'pages/units/unit-table.tsx'])).toEqual([
      'a page imports another: pages/tasks/task-page.tsx → pages/units/unit-table.tsx',
    ]);
    expect(
      flawsIn(['pages/cycles/history/history-page.tsx', 'pages/cycles/publish/archive.tsx']),
    ).toHaveLength(1);
  });

  it('have at most 25 files side by side', () => {
    const files = Array.from({ length: 26 }, (_, index) => `ui/list/file-${index}.ts`);
    expect(flawsOf(files.slice(1), [])).toEqual([]);
    expect(flawsOf(files, [])).toEqual(['more than 25 files side by side: ui/list has 26']);
  });
});

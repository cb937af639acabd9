import { beforeEach, expect, vi } from 'vitest';

// What React, or the page itself, says on the console in a test of the page is wrong with the page: the test fails of it.
beforeEach(({ task, onTestFinished }) => {
  if (!task.file.filepath.includes('/test/web/')) return;
  const said: unknown[][] = [];
  const spies = (['error', 'warn'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...words) => void said.push(words)),
  );
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
    expect(said).toEqual([]);
  });
});

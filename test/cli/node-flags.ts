import { readFileSync } from 'node:fs';

/** What `npm start` gives Node before the program. */
export const NODE_FLAGS: readonly string[] =
  /node ([^&]*)dist\/main\.js serve/
    .exec(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))?.[1]
    ?.trim()
    .split(' ') ?? [];

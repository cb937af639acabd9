import type { Database } from '../../src/database/database.js';

/** A database, and how many of the queries that go through it touch the table so far. */
export function countedReads(database: Database, table: string) {
  let reads = 0;
  const counted = database.withPlugin({
    transformQuery: ({ node }) => {
      if (JSON.stringify(node).includes(`"name":"${table}"`)) reads += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { counted, reads: () => reads };
}

/** What a run is given so that its properties draw the same cases every time; `npm run properties` has others. */
export const FIXED_SEED = { setupFiles: ['./test/properties/seed.ts'], provide: { propertySeed: 15 } };

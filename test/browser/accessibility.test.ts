import { axeFindsNothing } from './axe-tests.js';

// Nynorsk and English take as long again: `npm run accessibility`.
axeFindsNothing(['nb']);

import { axeFindsNothing } from '../browser/axe-tests.js';

axeFindsNothing(['nn', 'en']);

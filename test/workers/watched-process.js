import { watchMainThread } from '../../dist/workers/watchdog.js';

// A process that is watched over, and does what it is told to: one that is held up for a second is found out, and none else.
const isHeldUp = process.argv[2] === 'held-up';
watchMainThread(isHeldUp ? 1 : 3600, (error) => {
  throw error;
});
if (isHeldUp)
  setTimeout(() => {
    for (;;);
  });

import { watchMainThread } from '../../dist/workers/watchdog.js';

// A process that is watched over for one second, and then does what it is told to.
watchMainThread(1, (error) => {
  throw error;
});
if (process.argv[2] === 'held-up')
  setTimeout(() => {
    for (;;);
  });

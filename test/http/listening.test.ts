import { expect, it } from 'vitest';
import { listeningFault } from '../../src/http/listening.js';

it.each([
  ['EADDRINUSE', 'localhost:80 is already in use; set PORT to another port'],
  ['EACCES', 'PORT 80 requires privileges that this user lacks; set a port from 1024 to 65535'],
  [
    'ENOTFOUND',
    'HOST "localhost" is not a name or address of this machine; set one such as localhost, 0.0.0.0 or ::',
  ],
  ['EMFILE', 'as the system said it'],
])('%s, when listening, is told as %s', (code, sentence) => {
  const error = Object.assign(new Error('as the system said it'), { code });
  expect(listeningFault(error, 'localhost', 80)).toMatchObject({ message: sentence });
});

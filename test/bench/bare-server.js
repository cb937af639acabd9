/** The same bytes as a feed from a bare node:http handler: what any service on Node can reach at most. */
import { createServer } from 'node:http';

process.once('message', ({ headers, etag, body }) => {
  const bytes = Buffer.from(body, 'base64');
  const {
    'content-type': _type,
    'content-length': _length,
    'content-encoding': _coding,
    ...unchanged
  } = headers;
  const server = createServer((request, response) => {
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, unchanged);
      response.end();
      return;
    }
    response.writeHead(200, headers);
    response.end(bytes);
  });
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
});

process.on('message', (message) => {
  if (message === 'cpu') process.send({ cpu: process.cpuUsage() });
});

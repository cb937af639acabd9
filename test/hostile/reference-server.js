/** A bare node:http server in a process of its own: how quick any answer can be on this machine at this moment. */
import { createServer } from 'node:http';

const server = createServer((_request, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.end('{"status":"ok"}');
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit());

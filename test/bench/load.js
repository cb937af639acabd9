/**
 * A load of GET requests over keep-alive connections, as lean as can be, so that the server is what is measured. Runs in
 * a process of its own: gets an order by message, answers with what it counted.
 */
import { connect } from 'node:net';

/** One request after another on one connection; calls `done` after each whole response. */
function connection({ port, host, requests, rate }, isOver, done) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host);
    socket.setNoDelay(true);
    let sentAt = 0n;
    let pending = 0;
    const send = () => {
      if (isOver()) {
        socket.end();
        resolve();
        return;
      }
      sentAt = process.hrtime.bigint();
      socket.write(requests[Math.floor(Math.random() * requests.length)]);
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      if (pending === 0) {
        const end = chunk.indexOf('\r\n\r\n');
        const head = chunk.latin1Slice(0, end);
        const status = head.slice(9, 12);
        const length = status === '304' ? 0 : Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        pending = length - (chunk.length - end - 4);
        done(status, 0);
      } else pending -= chunk.length;
      if (pending > 0) return;
      pending = 0;
      const took = Number(process.hrtime.bigint() - sentAt) / 1e6;
      done(undefined, took);
      if (rate === undefined) send();
      else setTimeout(send, Math.max(0, 1000 / rate - took));
    });
  });
}

process.on('message', async ({ port, host, requests, seconds, connections, ratePerConnection }) => {
  const statuses = {};
  const times = [];
  const until = Date.now() + seconds * 1000;
  const bytes = requests.map((request) => Buffer.from(request));
  const done = (status, took) => {
    if (status !== undefined) statuses[status] = (statuses[status] ?? 0) + 1;
    else times.push(took);
  };
  const start = process.hrtime.bigint();
  await Promise.all(
    Array.from({ length: connections }, () =>
      connection({ port, host, requests: bytes, rate: ratePerConnection }, () => Date.now() >= until, done),
    ),
  );
  const elapsed = Number(process.hrtime.bigint() - start) / 1e9;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  process.send({
    perSecond: times.length / elapsed,
    count: times.length,
    statuses,
    p50: at(0.5),
    p99: at(0.99),
  });
});

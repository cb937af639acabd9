/** What a county does with the service all day: feeds, views, tables, posters, edits, imports, by some at once. */
const CYCLE = '39-2026-2027';

const UNITS = Buffer.from('Navn;Type\nHorten videregående skole;skole\nNAV Tønsberg;samarbeidspartner\n');

const EVENTS = Buffer.from(
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:x',
    'BEGIN:VEVENT',
    'UID:a',
    'SUMMARY:Dag',
    'DTSTART;VALUE=DATE:20260901',
    'RRULE:FREQ=WEEKLY;COUNT=30',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n'),
);

/**
 * Uses a service for a while; answers how many answers of each status came. Throws when a request fails, or is answered
 * with 500 and more; 503 says that a busy machine should be asked again, and is counted.
 */
export async function loadFor(milliseconds, { url, feed, token }) {
  const until = Date.now() + milliseconds;
  const statuses = new Map();
  const call = async (method, path, body, headers = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    if (response.status >= 500 && response.status !== 503)
      throw new Error(`${method} ${path}: ${response.status} ${bytes}`);
    return { status: response.status, etag: response.headers.get('etag'), bytes };
  };
  const json = async (...asked) => JSON.parse((await call(...asked)).bytes.toString());
  const tasks = await json('GET', `/api/cycles/${CYCLE}/tasks`);
  const again = async (work) => {
    for (let n = 0; Date.now() < until; n += 1) await work(n);
  };
  const reading = again(async (n) => {
    const { etag } = await call('GET', new URL(feed).pathname);
    await call('GET', new URL(feed).pathname, undefined, { 'If-None-Match': etag });
    await call('GET', `/api/cycles/${CYCLE}/view?language=${['nb', 'nn', 'en'][n % 3]}`);
    await call('GET', `/api/cycles/${CYCLE}/owed`);
    await call('GET', `/api/cycles/${CYCLE}/history?limit=20`);
  });
  const drawing = again(async (n) => {
    await call(
      'GET',
      `/cycles/${CYCLE}/${n % 2 ? 'wheel' : 'list'}.${['svg', 'pdf', 'png'][n % 3]}?q=${n % 40}`,
    );
    await call('GET', `/api/cycles/${CYCLE}/table?format=${n % 2 ? 'csv' : 'xlsx'}`);
  });
  const editing = [0, 1, 2].map((writer) =>
    again(async (n) => {
      const { id } = tasks[(writer + n * 3) % tasks.length];
      const { etag } = await call('GET', `/api/tasks/${id}`);
      await call('PATCH', `/api/tasks/${id}`, { title: `${id} ${n}` }, { 'If-Match': etag });
      await call('POST', `/api/tasks/${id}/comments`, { text: `Nummer ${n}` });
    }),
  );
  const importing = again(async (n) => {
    const table = n % 4 === 0 && (await call('GET', `/api/cycles/${CYCLE}/table?format=xlsx`)).bytes;
    const order = table ? { format: 'xlsx', content: table } : { format: 'ics', content: EVENTS };
    const body = { ...order, content: order.content.toString('base64') };
    await call('POST', `/api/cycles/${CYCLE}/import?preview=true`, body);
    const units = { county: '39', format: 'csv', content: UNITS.toString('base64') };
    await call('POST', '/api/units/import?preview=true', units);
  });
  await Promise.all([reading, drawing, importing, ...editing]);
  return statuses;
}

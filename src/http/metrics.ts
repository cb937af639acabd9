import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { FAILED_WAYS, type FailedWay } from '../access/sign-in/failed-sign-ins.js';
import { bearerOf, equalSecrets } from '../access/tokens/bearer.js';
import type { Instant } from '../calendar/iso-date.js';
import { DatabaseUnavailable } from '../database/unavailable.js';
import type { OutboxFigures } from '../reminders/outbox/outbox-figures.store.js';
import { RequestProblem } from '../routing/problem.js';

export interface Metrics {
  /** The service's own metrics; those of the process are in another registry, because they outlive the service. */
  readonly registry: Registry;
  /** The bearer token required to read the metrics; undefined when anyone may. */
  readonly token: string | undefined;
  /** Observes one answered request; the route is a pattern, never an address, so that no secret becomes a label. */
  readonly observe: (method: string, route: string, status: number, seconds: number) => void;
  /** Counts one answer to a request for a feed. */
  readonly countFeed: (status: number) => void;
  /** Counts one sign-in that has failed. */
  readonly countFailedSignIn: (way: FailedWay) => void;
  /** Counts one time that the reminders of a county, or the job before it came to any, went wrong. */
  readonly countReminderFailure: (county: string | null) => void;
}

/** What the metrics read from the outbox. */
interface OutboxGauges {
  readonly figures: () => Promise<OutboxFigures>;
  readonly now: () => Instant;
}

let ofProcess: Registry | undefined;

/**
 * The metrics of the process, begun once: their observer of garbage collections cannot be ended, and would keep a registry of
 * a service, and with it the whole service, for ever.
 */
function processMetrics(): Registry {
  if (ofProcess) return ofProcess;
  ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  return ofProcess;
}

/** The metrics of the service; when a token is given, only for those who send it. */
export function createMetrics({ token, ...outbox }: OutboxGauges & Pick<Metrics, 'token'>): Metrics {
  processMetrics();
  const registry = new Registry();
  const requests = new Histogram({
    name: 'arshjul_http_request_seconds',
    help: 'Time taken to respond to a request, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  });
  const feeds = new Map<number, number>();
  // Counted here and exported on request: a labelled counter would take a tenth of the response time.
  new Counter({
    name: 'arshjul_feed_requests_total',
    help: 'Responses to requests for feeds, by status',
    labelNames: ['status'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [status, count] of feeds) this.inc({ status }, count);
    },
  });
  const reminderFailures = new Counter({
    name: 'arshjul_reminder_failures_total',
    help: 'Failures of the reminder job by county; county is "none" when it failed before reaching a county',
    labelNames: ['county'],
    registers: [registry],
  });
  const failedSignIns = new Counter({
    name: 'arshjul_failed_sign_ins_total',
    help: 'Failed sign-ins, by method: mail, link, provider or token',
    labelNames: ['way'],
    registers: [registry],
  });
  for (const way of FAILED_WAYS) failedSignIns.inc({ way }, 0);
  registerOutbox(registry, outbox);
  return {
    registry,
    token,
    countFeed: (status) => feeds.set(status, (feeds.get(status) ?? 0) + 1),
    countFailedSignIn: (way) => failedSignIns.inc({ way }),
    countReminderFailure: (county) => reminderFailures.inc({ county: county ?? 'none' }),
    observe: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
  };
}

/**
 * Gauges of the outbox, collected together by one query. While the database is unavailable they are left out, since that is
 * when the other metrics are needed most.
 */
function registerOutbox(registry: Registry, { figures, now }: OutboxGauges): void {
  let reading: Promise<OutboxFigures | undefined> | undefined;
  const readFigures = () => {
    reading ??= figures()
      .catch((error: unknown) => {
        if (error instanceof DatabaseUnavailable) return undefined;
        throw error;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  new Gauge({
    name: 'arshjul_outbox_messages',
    help: 'Messages in the outbox, by status',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      const found = await readFigures();
      this.reset();
      for (const [status, count] of Object.entries(found?.messages ?? {})) this.set({ status }, count);
    },
  });
  new Gauge({
    name: 'arshjul_outbox_oldest_waiting_seconds',
    help: 'Age of the message that has been waiting longest; 0 when none is waiting',
    registers: [registry],
    async collect() {
      const found = await readFigures();
      const waiting = (since: Instant | null) =>
        since === null ? 0 : (Date.parse(now()) - Date.parse(since)) / 1000;
      this.set(found ? waiting(found.oldestWaiting) : Number.NaN);
    },
  });
  new Gauge({
    name: 'arshjul_outbox_paused_addresses',
    help: 'Addresses that are paused because e-mail to them was returned',
    registers: [registry],
    async collect() {
      this.set((await readFigures())?.pausedAddresses ?? Number.NaN);
    },
  });
}

/**
 * Responds with the metrics. Throws RequestProblem `unauthorized` when a token is required and missing; for a wrong one, what
 * `onWrongToken` throws, or `unauthorized`.
 */
export function metricsHandler(
  { registry, token }: Metrics,
  onWrongToken: (address: string) => Promise<void>,
): RequestHandler {
  return async ({ headers, ip = '' }, response) => {
    if (token !== undefined && !equalSecrets(bearerOf(headers), token)) {
      if (headers.authorization !== undefined) await onWrongToken(ip);
      throw new RequestProblem('unauthorized', 'Send METRICS_TOKEN as a bearer token.');
    }
    const texts = await Promise.all([processMetrics(), registry].map((each) => each.metrics()));
    response.type(registry.contentType).send(texts.join('\n'));
  };
}

import { once } from 'node:events';
import { type Logger, pino } from 'pino';
import { MissCount } from '../access/miss-count.js';
import { startErasingExpired } from '../access/privacy/erasing-expired.js';
import { eraseExpired } from '../access/privacy/expired.store.js';
import type { Instant } from '../calendar/iso-date.js';
import type { Cycle } from '../cycle/cycle.js';
import { listCycles } from '../cycle/cycle.store.js';
import type { Generate } from '../cycle/generated-cycle.js';
import { generate } from '../cycle/lifecycle/generate.js';
import { type ConditionEvent, DatabaseCondition } from '../database/condition.js';
import { openDatabase } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { Readiness } from '../database/readiness.js';
import { DatabaseUnavailable } from '../database/unavailable.js';
import { type Knowledge, loadKnowledge, wordingsOf } from '../datafiles/knowledge.js';
import { feedHandler } from '../feeds/feed-handler.js';
import { FeedIndex } from '../feeds/feed-index.js';
import { feedUrl } from '../feeds/feed-service.js';
import { createApp } from '../http/app.js';
import { clientAddress } from '../http/client-address.js';
import { pageLanguage } from '../http/express-route.js';
import { listen, tryListening } from '../http/listening.js';
import { createMetrics } from '../http/metrics.js';
import { createHttpServer } from '../http/server.js';
import { type ServiceJobs, serviceJobs } from '../jobs/service-jobs.js';
import type { Language } from '../language/text.js';
import { LiveWatch } from '../live/live-watch.js';
import { outboxFigures } from '../reminders/outbox/outbox-figures.store.js';
import { applyGrant, grantedTask } from '../reminders/recipients/grant-actions.js';
import { readGrant, signGrant } from '../reminders/recipients/signed-link.js';
import { startReminderJob } from '../reminders/send/reminder-job.js';
import { SchoolYears } from '../school-years/school-years.js';
import { ensureCountyUnits, unknownUnits } from '../units/unit.store.js';
import { mailPages } from '../web/mail-page.js';
import { styleRouter } from '../web/page.js';
import { BUILT_PAGE, pageApp } from '../web/page-app.js';
import { subscribePage } from '../web/subscribe-page.js';
import { setUpAccess } from './access-setup.js';
import { baseUrlOf, type Config, listeningUrl, withoutSecrets } from './config.js';
import { configuredCounty } from './configured-county.js';
import { ensureCycle, firstFeed } from './first-run.js';
import { reminderContext, senderOf } from './reminder-setup.js';
import { secretKeyFor } from './secret-key.js';
import { serviceRoutes } from './service-routes.js';

/** How many unknown addresses of feeds a client may ask for in a quarter of an hour. */
const FEED_MISSES = { limit: 60, windowMs: 15 * 60 * 1000 };

export interface Service {
  /** What a person who starts it wants to know, in lines. */
  readonly greeting: readonly string[];
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface ServiceParts {
  readonly now: () => Instant;
  readonly version: string;
  /** What the service knows before anyone has used it; data/ as it came with the program when left out. */
  readonly knowledge?: Knowledge;
  /** Threads that do its jobs and outlive it; it has its own when left out, which end with it. */
  readonly jobs?: ServiceJobs;
}

/**
 * Starts the service.
 * 1. Read and validate data/. 2. Open the database and bring it up to date. 3. On first run, generate the county's
 * cycle and a feed of it. 4. Put the routes together. 5. Listen.
 */
export async function startService(
  config: Config,
  { now, version, knowledge = loadKnowledge(), jobs: given }: ServiceParts,
): Promise<Service> {
  const log = pino({ level: config.LOG_LEVEL }, pino.destination({ dest: 2, sync: true }));
  const county = configuredCounty(config, knowledge);
  // A service that cannot listen leaves no database behind, and migrates none.
  await tryListening(config.HOST, config.PORT);
  const condition = new DatabaseCondition((event) => logCondition(log, event));
  const database = openDatabase(config.DATABASE_URL, condition);
  const jobs = given ?? serviceJobs(knowledge.folder);
  const endJobs = async () => {
    if (given === undefined) await jobs.close();
  };
  try {
    const secretKey = secretKeyFor(config);
    const migrations = await migrate(database);
    log.info({ ...withoutSecrets(config), migrations }, 'starting');
    await ensureCountyUnits(
      database,
      knowledge.counties.map(({ number, name }) => ({ number, name: name.nb })),
      now(),
    );
    const mapped = config.OIDC_ROLE_MAP.map(({ unit }) => unit);
    const missing = await unknownUnits(database, mapped);
    if (missing.length > 0)
      log.warn({ units: missing }, 'OIDC_ROLE_MAP gives roles in units that do not exist yet');
    const schoolYears = await SchoolYears.read(database, knowledge);
    const generated: Generate = (of, label, units, level) =>
      generate(knowledge, schoolYears.of(of, label), units, level);
    await ensureCycle(database, generated, config, now());
    const baseUrl = baseUrlOf(config);
    const wordings = wordingsOf(knowledge);
    const wordingIn = (language: Language) => wordings[language];
    const { counties } = knowledge;
    /** Logs an error, except an unavailable database, which the condition reports once. */
    const failed =
      (what: string, where: { readonly county?: string | null } = {}) =>
      (error: unknown) => {
        if (!(error instanceof DatabaseUnavailable)) log.error({ err: error, ...where }, what);
      };
    const logError = failed('a feed could not be served');
    const index = new FeedIndex({ database, counties, wordingIn, baseUrl, now, onError: logError });
    const addresses = { secretKey, baseUrl };
    const place = wordingIn('nb').t('feed.name', { place: county.name.nb });
    const wantsFeed = config.FIRST_CYCLE === 'published';
    const feed = await firstFeed(
      database,
      { county: county.number, name: wantsFeed ? place : null, secretKey },
      now(),
    );
    await index.readStamps();
    const feedOf = async (token: string) => {
      const found = await index.find(token);
      if (found.kind !== 'found') return undefined;
      const { entry } = found;
      const url = `${baseUrl}/feeds/${token}.ics`;
      return { name: entry.presentation.name, url, coming: await index.comingDays(entry) };
    };
    const grantContext = {
      database,
      framework: knowledge.framework,
      schoolYearOf: ({ county, schoolYear }: Cycle) => schoolYears.of(county, schoolYear),
      generate: generated,
      language: 'nb' as const,
      now,
    };
    const reminders = reminderContext({ database, knowledge, schoolYears, wordingIn, secretKey, baseUrl });
    const sender = senderOf(config, baseUrl);
    await eraseExpired(database, now());
    const metrics = createMetrics({
      figures: () => outboxFigures(database),
      now,
      token: config.METRICS_TOKEN,
    });
    const access = setUpAccess({
      config,
      database,
      knowledge,
      secretKey,
      baseUrl,
      now,
      onFailedSignIn: metrics.countFailedSignIn,
      log,
    });
    const watch = new LiveWatch({
      database,
      now,
      onError: failed('who is viewing could not be updated'),
    });
    const readiness = new Readiness(database, condition);
    const app = createApp({
      routes: [
        ...serviceRoutes({
          config,
          version,
          database,
          knowledge,
          schoolYears,
          generate: generated,
          wordingIn,
          addresses,
          index,
          reminders,
          jobs,
          watch,
          now,
        }),
        ...access.routes,
      ],
      pages: [
        styleRouter(),
        subscribePage({ wordingIn, languageOf: pageLanguage, feedOf }),
        mailPages({
          wordingIn,
          languageOf: pageLanguage,
          grantOf: (token) => readGrant(secretKey, token, now()),
          taskOf: (grant) => grantedTask({ database }, grant),
          tokenOf: (grant) => signGrant(secretKey, grant),
          use: (grant) => applyGrant(grantContext, grant),
        }),
        pageApp({ folder: BUILT_PAGE, languageOf: pageLanguage, frameAncestors: config.FRAME_ANCESTORS }),
      ],
      identify: access.identify,
      onWrongToken: access.onWrongToken,
      authHandler: access.authHandler,
      trustProxy: config.TRUST_PROXY,
      onChange: () => watch.poll(),
      checkReady: () => readiness.check(),
      metrics,
      log,
    });
    const misses = new MissCount(FEED_MISSES);
    const server = createHttpServer(
      app,
      feedHandler({
        index,
        misses,
        clientOf: clientAddress(config.TRUST_PROXY),
        onAnswer: metrics.countFeed,
        onError: logError,
      }),
      config.MAX_CONNECTIONS,
    );
    await listen(server, config.HOST, config.PORT);
    const stopFollowing = schoolYears.follow(failed('the skoleruter could not be read'));
    const stopForgetting = startErasingExpired(database, {
      now,
      onError: failed('expired data could not be deleted'),
    });
    const stopReminders = startReminderJob({
      context: reminders,
      counties: async () => [...new Set((await listCycles(database)).map((cycle) => cycle.county))],
      send: sender?.send ?? null,
      now,
      onError: (error, county) => {
        failed('the reminder job failed', { county })(error);
        metrics.countReminderFailure(county);
      },
    });
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : config.PORT;
    const url = listeningUrl(config.HOST, port);
    return {
      url,
      greeting: [
        `årshjul ${version}`,
        `listening ${url}`,
        `page      ${baseUrl}/`,
        ...(feed ? [`feed      ${feedUrl(addresses, feed)}`] : []),
        `API       ${baseUrl}/docs`,
        ...(await access.greeting()),
      ],
      stop: async () => {
        const closed = once(server, 'close');
        server.close();
        await watch.stop();
        server.closeAllConnections();
        await closed;
        await endJobs();
        await stopFollowing();
        await stopForgetting();
        await stopReminders();
        sender?.close();
        misses.stop();
        await access.stop();
        await index.stop();
        await database.destroy();
      },
    };
  } catch (error) {
    await endJobs();
    await database.destroy();
    throw error;
  }
}

/** One line when the database becomes unavailable, however many requests meet it, and one when it is back. */
function logCondition(log: Logger, event: ConditionEvent): void {
  switch (event.kind) {
    case 'unavailable': {
      const { reason, message, detail } = event.error;
      log.error({ reason, detail }, message);
      return;
    }
    case 'available': {
      const { reason, failures, seconds } = event;
      log.info({ reason, failures, seconds }, 'The database is available again.');
      return;
    }
    case 'connection-lost':
      log.info({ detail: event.detail }, 'An idle connection to PostgreSQL was lost.');
      return;
    default:
      event satisfies never;
  }
}

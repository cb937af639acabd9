import { peopleRoutes } from '../administration/people.routes.js';
import { peopleImportRoutes } from '../administration/people-import.routes.js';
import { dateAt, type Instant } from '../calendar/iso-date.js';
import { labelOf, schoolYearOf, startYearOf } from '../calendar/school-year-label.js';
import { ZONE } from '../calendar/zone.js';
import { coverageRoutes } from '../cycle/coverage/coverage.routes.js';
import { leftOutRoutes } from '../cycle/coverage/left-out.routes.js';
import type { CycleContext, CycleEditContext } from '../cycle/cycle-requests.routes.js';
import { commentRoutes } from '../cycle/edit/comments.routes.js';
import { datePreviewRoutes } from '../cycle/edit/date-preview.routes.js';
import { cycleEditRoutes } from '../cycle/edit/edit-tasks.routes.js';
import type { Generate } from '../cycle/generated-cycle.js';
import { historyRoutes } from '../cycle/history/history.routes.js';
import { cycleStateRoutes } from '../cycle/lifecycle/cycle-state.routes.js';
import { draftSizesRoutes } from '../cycle/lifecycle/draft-sizes.routes.js';
import { regenerationRoutes } from '../cycle/lifecycle/regenerate.routes.js';
import { reviewRoutes } from '../cycle/lifecycle/review.routes.js';
import { rolloverRoutes } from '../cycle/lifecycle/rollover.routes.js';
import { cycleRoutes } from '../cycle/view/cycle.routes.js';
import { cycleViewRoutes } from '../cycle/view/cycle-view.routes.js';
import { myTasksRoutes } from '../cycle/view/my-tasks.routes.js';
import { taskPageViewRoutes } from '../cycle/view/task-page-view.routes.js';
import type { Database } from '../database/database.js';
import type { Knowledge } from '../datafiles/knowledge.js';
import { exportRoutes } from '../exchange/export.routes.js';
import { importRoutes } from '../exchange/import.routes.js';
import { unitImportRoutes } from '../exchange/unit-import.routes.js';
import { feedRoutes } from '../feeds/feed.routes.js';
import type { FeedIndex } from '../feeds/feed-index.js';
import type { FeedAddresses } from '../feeds/feed-service.js';
import { sharedFeedRoutes } from '../feeds/shared-feed.routes.js';
import { frameworkRoutes } from '../framework/framework.routes.js';
import type { ServiceJobs } from '../jobs/service-jobs.js';
import type { Language } from '../language/text.js';
import { liveRoutes } from '../live/live.routes.js';
import type { LiveWatch } from '../live/live-watch.js';
import { posterRoutes } from '../poster/poster.routes.js';
import { audienceRoutes } from '../reminders/send/audience.routes.js';
import { reminderRoutes } from '../reminders/send/reminder.routes.js';
import type { ReminderContext } from '../reminders/send/reminder-run.use-case.js';
import { schoolYearRoutes } from '../school-years/school-year.routes.js';
import type { SchoolYears } from '../school-years/school-years.js';
import { yearDateRoutes } from '../school-years/year-date.routes.js';
import type { TaskWording } from '../task/wording.js';
import { unitRoutes } from '../units/unit.routes.js';
import type { Config } from './config.js';
import { settingsRoutes } from './settings.routes.js';

/** What the service has put together by the time that its routes are. */
export interface ServiceRouteParts {
  readonly config: Config;
  readonly version: string;
  readonly database: Database;
  readonly knowledge: Knowledge;
  readonly schoolYears: SchoolYears;
  readonly generate: Generate;
  readonly wordingIn: (language: Language) => TaskWording;
  readonly addresses: FeedAddresses;
  readonly index: FeedIndex;
  readonly reminders: ReminderContext;
  readonly jobs: ServiceJobs;
  readonly watch: LiveWatch;
  readonly now: () => Instant;
}

/** Every route of the service but those of access. */
export function serviceRoutes({
  config,
  version,
  database,
  knowledge,
  schoolYears,
  generate,
  wordingIn,
  addresses,
  index,
  reminders,
  jobs,
  watch,
  now,
}: ServiceRouteParts) {
  const { framework, counties } = knowledge;
  const { baseUrl } = addresses;
  const cycles: CycleContext = { database, framework, wordingIn, schoolYearFor: schoolYears.of };
  const editing: CycleEditContext = { ...cycles, generate, now };
  const publishing = { onPublished: () => index.readStamps() };
  const units = {
    database,
    counties,
    partners: framework.partners,
    routesOf: (county: string) => {
      const present = schoolYearOf(dateAt(now(), ZONE));
      const years = [present, labelOf(startYearOf(present) + 1)];
      return years.flatMap((label) => [...schoolYears.of(county, label).routes.keys()]);
    },
    now,
  };
  const feeds = { ...addresses, database, counties, framework, wordingIn, index, now };
  const { readCycleDocument, writeCycleDocument, readImportFile, readTable, readSkolerute } = jobs;
  const { writeTable, drawPoster } = jobs;
  return [
    ...frameworkRoutes(framework, counties),
    ...cycleRoutes(cycles),
    ...historyRoutes(cycles),
    ...cycleViewRoutes({ ...cycles, counties }),
    ...taskPageViewRoutes({ ...cycles, counties }),
    ...cycleEditRoutes(editing),
    ...datePreviewRoutes(editing),
    ...rolloverRoutes(editing),
    ...commentRoutes({ database, now }),
    ...myTasksRoutes({ ...cycles, today: () => dateAt(now(), ZONE) }),
    ...liveRoutes({ database, now, watch }),
    ...cycleStateRoutes({ ...editing, ...publishing, counties }),
    ...reviewRoutes({ database, now }),
    ...regenerationRoutes(editing),
    ...coverageRoutes(editing),
    ...leftOutRoutes(editing),
    ...draftSizesRoutes({ ...editing, counties }),
    ...exportRoutes({ database, now, ...publishing, readCycleDocument, writeCycleDocument, writeTable }),
    ...importRoutes({ ...editing, readImportFile }),
    ...posterRoutes({ ...cycles, counties, baseUrl, version, drawPoster }),
    ...reminderRoutes(reminders, now),
    ...audienceRoutes({ database, now }),
    ...peopleRoutes({ database, now }),
    ...peopleImportRoutes({ database, readTable, now }),
    ...unitRoutes(units),
    ...unitImportRoutes({ ...units, readTable }),
    ...yearDateRoutes({ database, knowledge, schoolYears, now }),
    ...schoolYearRoutes({ database, knowledge, schoolYears, readSkolerute, now }),
    ...settingsRoutes({ config, baseUrl, version }),
    ...feedRoutes(feeds),
    ...sharedFeedRoutes(feeds),
  ] as const;
}

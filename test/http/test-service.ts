import { instant } from '../../src/calendar/iso-date.js';
import { readConfig } from '../../src/compose/config.js';
import { type Service, type ServiceParts, startService } from '../../src/compose/service.js';
import { type Knowledge, loadKnowledge } from '../../src/datafiles/knowledge.js';
import { type ServiceJobs, serviceJobs } from '../../src/jobs/service-jobs.js';

export const ADMIN_TOKEN = 'a-token-only-for-this-test';
export const SECRET_KEY = 'a-key-only-for-this-test-0123456789';

/** When tests take place unless they have their own clock: a Tuesday. */
export const NOW_OF_TESTS = instant('2026-11-24T10:00:00Z');

let known: Knowledge | undefined;

/** data/, read once for all services of a process. */
export function knowledgeOfTests(): Knowledge {
  known ??= loadKnowledge();
  return known;
}

let threads: ServiceJobs | undefined;

/** Threads that do the jobs of all services of a process: a new one loads the program and reads data/ first. */
function jobsOfTests(): ServiceJobs {
  threads ??= serviceJobs(knowledgeOfTests().folder);
  return threads;
}

/** The service on a database of a test, on a free port, at NOW_OF_TESTS unless the test has its own clock. */
export function startTestService(
  address: string,
  { settings = {}, ...parts }: Partial<ServiceParts> & { readonly settings?: Record<string, string> } = {},
): Promise<Service> {
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: address,
    ADMIN_TOKEN,
    SECRET_KEY,
    ...settings,
  });
  return startService(config, {
    now: () => NOW_OF_TESTS,
    version: '0.0.0',
    ...parts,
    ...(parts.knowledge
      ? { knowledge: parts.knowledge }
      : { knowledge: knowledgeOfTests(), jobs: jobsOfTests() }),
  });
}

/** The fields that a problem points to, in order of name. */
export function pointers({ errors }: { readonly errors: readonly { readonly pointer: string }[] }): string[] {
  return errors.map(({ pointer }) => pointer).sort();
}

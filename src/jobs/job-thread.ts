import { workerData } from 'node:worker_threads';
import { loadKnowledge } from '../datafiles/knowledge.js';
import { serveJobs } from '../workers/serve-jobs.js';
import { jobsWith } from './jobs.js';

// The entry point of the service's threads; they are given the data folder that the service has read.
serveJobs(jobsWith(loadKnowledge((workerData as { readonly folder: string }).folder)));

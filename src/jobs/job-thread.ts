import { workerData } from 'node:worker_threads';
import { loadKnowledge } from '../datafiles/knowledge.js';
import { serveJobs } from '../workers/serve-jobs.js';
import { jobsWith } from './jobs.js';

// What the threads of the service begin with; they are told which data folder the service has read.
serveJobs(jobsWith(loadKnowledge((workerData as { readonly folder: string }).folder)));

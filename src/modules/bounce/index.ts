export { forgetReports } from './forget-reports.ts';
export { type BounceWorker, type BounceWorkerOptions, createBounceWorker } from './mailbox/worker.ts';
export { type BounceTools, bounceHandlers } from './routes.ts';

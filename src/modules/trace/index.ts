export { createVisitBook, type VisitBook } from './record-visit.ts';
export { traceHandlers } from './routes.ts';

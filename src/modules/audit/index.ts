export type { ActingUser, Actor } from './audit.ts';
export { createRecorder, type Recorder } from './recorder.ts';
export { auditHandlers } from './routes.ts';
export { type ChainFault, type ChainReport, verifyChain } from './verify-chain.ts';

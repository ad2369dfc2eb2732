export type { DoctorTools } from './check-domain.ts';
export { checkDomainIfDue } from './daily-check.ts';
export { mailDomainHandlers } from './routes.ts';

export { findActingUser } from './find-acting-user.ts';
export { registerActingPages } from './pages.ts';
export { impersonationRefusal } from './policy.ts';
export { impersonationHandlers } from './routes.ts';

export { readSession } from './read-session.ts';
export { cookieSeconds, deviceName, type Session, type SessionId } from './session.ts';
export { type SessionOrder, type StartedSession, startSession } from './start-session.ts';
export { carrySession, endSessions, forgetSessions, listSessions } from './store.ts';

export { readSession } from './read-session.ts';
export { cookieSeconds, deviceName, type Session, type SessionId, type SessionKind } from './session.ts';
export { type SessionOrder, type StartedSession, startSession } from './start-session.ts';
export { carrySession, endActingSessions, endSessions, forgetSessions, insertSession, listSessions, saveContactInView } from './store.ts';

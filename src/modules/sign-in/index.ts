export { changeOwnPassword, type PasswordChange } from './change-password.ts';
export { endOtherSessions, endOwnSession, endSession } from './end-session.ts';
export { registerSignInPages } from './pages.ts';
export { ownerForm, type VisitorCall, visitorForm, visitorPage } from './pages-visitor.ts';
export { refuse as refuseSignIn } from './refusals.ts';
export { signInHandlers } from './routes.ts';
export { type Knock, type SignInTools, signIn } from './sign-in-with-password.ts';
export { findVisitor, type Visitor } from './visitor.ts';

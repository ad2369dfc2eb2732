export { answerNextRequest } from './answer-request.ts';
export { registerPasswordPages } from './pages.ts';
export type { OtherLinkPage } from './pages-link.ts';
export { renewLink } from './renew-link.ts';
export { requestReset } from './request-reset.ts';
export { linkFault, type SeenLink, seeLink, setPasswordByLink } from './set-password.ts';

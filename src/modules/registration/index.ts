export { answerNextRegistration } from './answer-registration.ts';
export { forgetRegistrations } from './forget-registrations.ts';
export { registerRegisterPages } from './pages.ts';
export { registerActivationPages, showActivation } from './pages-activation.ts';
export { createProofs } from './proof.ts';
export { renewForgotten, resendActivation } from './send-activation.ts';

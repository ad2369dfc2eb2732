export { type BrowserOwner, knownBrowserSeconds, markBrowser, readMark } from './known-browser.ts';
export { liftPause, listPauses, type Pause } from './lift-pause.ts';
export { networkOf } from './network.ts';
export { countSuccess, forgetBrowsers, forgetOld, stillKnown, type Try, takeTry, trustNetwork } from './take-try.ts';
export {
  confirmPasswordLimit,
  forgottenPasswordLimit,
  type Limit,
  linkLimit,
  signInLimit,
  type ThrottleSubject,
} from './throttle.ts';

export { type IssuedLink, issueLink } from './issue-link.ts';
export { type LinkPurpose, type LinkState, linkState, type OneTimeLink, type OneTimeLinkId } from './link.ts';
export { lockAccountOfLink, spendLink } from './spend-link.ts';
export { countRefusal, deadLinksOfMails, findLink, findNewestLink, listOpenLinks } from './store.ts';

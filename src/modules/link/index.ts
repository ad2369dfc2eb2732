export { type IssuedLink, issueLink } from './issue-link.ts';
export { type LinkPurpose, type LinkState, linkState, type OneTimeLink, type OneTimeLinkId } from './link.ts';
export { deadLinksOfMails, findLink, findNewestLink, listOpenLinks, redeemLink } from './store.ts';

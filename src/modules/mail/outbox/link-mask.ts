import { escapeHtml } from '../../../platform/http/html.ts';
import type { Id } from '../../../platform/id.ts';

/** Stands for the link while a mail lies in the outbox. The id is made together with the mail, so that no name can hold it by chance or on purpose. */
export const linkStandIn = (id: string): string => `https://link.invalid/${id}`;

/** Puts the usable link in the place of its stand-in, for the moment of handing over. */
export function revealLink(
  { id, html, text }: { id: string; html: string; text: string },
  url: string | null,
): { html: string; text: string } {
  if (!url) return { html, text };
  return { html: html.replaceAll(linkStandIn(id), escapeHtml(url)), text: text.replaceAll(linkStandIn(id), url) };
}

/** For people who look at the outbox: the link is cut out, whether it still exists or not. */
export const maskLink = (
  { id, html, text }: { id: string; html: string; text: string },
  words: string,
): { html: string; text: string } => ({
  html: html.replaceAll(`href="${linkStandIn(id)}"`, 'href="#"').replaceAll(linkStandIn(id), escapeHtml(words)),
  text: text.replaceAll(linkStandIn(id), words),
});

/** What the link of a waiting mail is sealed for: it opens in that mail only. */
export const linkContext = (id: Id<'message'>): string => `message.link:${id}`;

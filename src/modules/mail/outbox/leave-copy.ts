import { displayAddress } from '../../../platform/address.ts';
import { later, seconds } from '../../../platform/clock.ts';
import { newId } from '../../../platform/id.ts';
import { say, type Variant } from '../../../platform/phrases.ts';
import type { Tx } from '../../../platform/work.ts';
import { copyNotePhrase, maskedLinkPhrase } from '../phrases.ts';
import type { Rendered } from '../template/render.ts';
import { linkStandIn, maskLink } from './link-mask.ts';
import { insertMessage } from './outbox-store.ts';

type Message = Parameters<typeof insertMessage>[1] & { variant: Variant; queuedAt: Date };

/** Copies step back behind every mail that was asked for at the same time. */
const stepBack = seconds(10);

/**
 * Leaves a copy of a mail for the company's own records: a message of its own to one recipient (rule 16), which says whose mail it was. It never holds
 * the link, and what withdraws the mail or holds its template withdraws or holds the copy.
 */
export async function leaveCopy(
  tx: Tx,
  original: Message,
  { address, letter }: { address: string; letter: (linkUrl: string, note: string) => Rendered },
): Promise<void> {
  const { variant, queuedAt } = original;
  const id = newId<'message'>(queuedAt);
  const recipient = [original.recipientName, `<${displayAddress(original.recipientAddress)}>`].filter(Boolean).join(' ');
  const { subject, html, text } = letter(linkStandIn(id), say(copyNotePhrase, variant, { recipient }));
  await insertMessage(tx, {
    ...original,
    id,
    copyOf: original.id,
    // Not a mail to this person: it must not stand among theirs.
    contactId: null,
    recipientName: '',
    recipientAddress: address,
    messageId: original.messageId.replace(original.id, id),
    subject,
    ...maskLink({ id, html, text }, say(maskedLinkPhrase, variant)),
    sealedLink: null,
    nextAttemptAt: later(queuedAt, stepBack),
  });
}

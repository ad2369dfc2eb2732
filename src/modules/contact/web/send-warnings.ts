import type { AddressMarkView, QueueView } from '../../mail/contract.ts';

type Beforehand = {
  queue: Pick<QueueView, 'stopped' | 'transportPause'> | undefined;
  mark: AddressMarkView | null | undefined;
  /** Whether a link is open that ends with the sending of another one. */
  hasOpenLink: boolean;
};

/** What somebody should know before a link is sent: that its mail will lie there, why, and that the link before ends nevertheless. */
export type SendWarnings = {
  /** Nothing leaves at all: stopped by hand, resting because the mail server does not work, or both. */
  rests: { title: 'stoppedBefore' | 'restsBefore'; sentences: string[]; remedy: 'queue' | 'settings' } | undefined;
  isHeld: boolean;
  endsEarlierLink: boolean;
};

export function sendWarningsOf({ queue, mark, hasOpenLink }: Beforehand): SendWarnings {
  const { stopped, transportPause } = queue ?? {};
  const sentences = [stopped?.sentence, transportPause?.sentence].filter((sentence) => sentence !== undefined);
  const rests = sentences.length > 0;
  return {
    rests: rests ? { title: stopped ? 'stoppedBefore' : 'restsBefore', sentences, remedy: stopped ? 'queue' : 'settings' } : undefined,
    isHeld: Boolean(mark),
    endsEarlierLink: hasOpenLink && (rests || Boolean(mark)),
  };
}

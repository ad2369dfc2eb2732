import { usePhrases } from '../../../web/language.ts';
import { StateBadge, type Tone } from '../../../web/ui/state-badge.tsx';
import type { MessageView } from '../contract.ts';
import { mailPhrases } from './phrases.ts';

type State = MessageView['state'];

const tones: Record<State, Tone> = {
  queued: 'wait',
  deferred: 'warn',
  paused: 'warn',
  held: 'warn',
  accepted: 'good',
  refused: 'bad',
  bounced: 'bad',
  unknown: 'warn',
  'given-up': 'bad',
  withdrawn: 'calm',
};

export function MessageState({ state }: { state: State }) {
  const t = usePhrases(mailPhrases);
  return <StateBadge tone={tones[state]}>{t(state)}</StateBadge>;
}

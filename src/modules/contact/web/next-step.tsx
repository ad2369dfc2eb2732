import { Button } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { LinkButton } from '../../../web/ui/link.tsx';
import type { ContactView } from '../contract.ts';
import { nameOf, nextStepOf } from './contact-words.ts';
import { contactPhrases } from './phrases.ts';
import { useSendObstacle } from './use-send-obstacle.ts';

/** In a row: the one thing that would bring this person further. While no link can be sent the dialog behind it says why. */
export function NextStep({ contact, onSendLink }: { contact: ContactView; onSendLink: () => void }) {
  const t = usePhrases(contactPhrases);
  const obstacleOf = useSendObstacle();
  const next = nextStepOf(contact);
  if (!next) return null;
  const obstacle = next.step !== 'giveAccess' && obstacleOf(contact);
  const label = `${t(obstacle ? 'whyNoLink' : next.step)}: ${nameOf(contact)}`;
  if (next.step === 'giveAccess') {
    return (
      <LinkButton
        to="/contacts/$contactId"
        params={{ contactId: contact.id }}
        hash="access"
        size="compact-sm"
        variant="subtle"
        aria-label={label}
      >
        {t('giveAccess')}
      </LinkButton>
    );
  }
  return (
    <Button size="compact-sm" variant="subtle" onClick={onSendLink} aria-label={label}>
      {t(obstacle ? 'whyNoLink' : next.step)}
    </Button>
  );
}

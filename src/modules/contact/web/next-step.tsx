import { Button } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { LinkButton } from '../../../web/ui/link.tsx';
import type { ContactView } from '../contract.ts';
import { nameOf, nextStepOf } from './contact-words.ts';
import { contactPhrases } from './phrases.ts';

/** In a row: the one thing that would bring this person further. */
export function NextStep({ contact, onSendLink }: { contact: ContactView; onSendLink: () => void }) {
  const t = usePhrases(contactPhrases);
  const next = nextStepOf(contact);
  if (!next) return null;
  const label = `${t(next.step)}: ${nameOf(contact)}`;
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
      {t(next.step)}
    </Button>
  );
}

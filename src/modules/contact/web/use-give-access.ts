import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type DraftOf, fieldId } from '../../../web/ui/use-draft.ts';
import type { AccessFormView } from '../contract.ts';
import type { ContactFields } from './contact-draft.ts';

/** The end of an address that asks for „Zugang geben“ on the person's page. */
export const accessHash = 'access';

/**
 * „Zugang geben“, from the list or from the page itself: leads to the tick box and ticks it, which is a change like any other and does nothing until it is
 * saved. Where the box cannot be offered it leads to the reason. The wish then leaves the address, so that reading the page again does not repeat it.
 */
export function useGiveAccess(draft: DraftOf<ContactFields>, form: AccessFormView): void {
  const navigate = useNavigate({ from: '/contacts/$contactId' });
  const isAsked = useLocation({ select: ({ hash }) => hash === accessHash });

  // biome-ignore lint/correctness/useExhaustiveDependencies: one wish is granted once, whatever is drawn anew
  useEffect(() => {
    if (!isAsked) return;
    if (form.sendPasswordLink.offered) draft.set('sendPasswordLink', true);
    leadTo(form.sendPasswordLink.offered ? `#${fieldId('sendPasswordLink')}` : `#${accessHash} a`);
    // After the page's own effects, which leave the focus where the address says.
    queueMicrotask(() => navigate({ hash: '', replace: true, resetScroll: false, ignoreBlocker: true }));
  }, [isAsked]);
}

function leadTo(selector: string): void {
  const target = document.querySelector<HTMLElement>(selector);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}

import { useQuery } from '@tanstack/react-query';
import { reading } from '../../../web/query.ts';
import type { MessageView } from '../../mail/contract.ts';
import { contactContract } from '../contract.ts';
import { pollingOf } from './polling.ts';

/** The mails to a person; read again and again while the outcome of one is open. */
export const useContactMessages = (contactId: string) =>
  useQuery({
    ...reading(contactContract.listContactMessages, { params: { contactId } }),
    refetchInterval: ({ state }) => pollingOf(state.data?.items),
  });

/** What has become of one of them by now. */
export function useContactMessage(contactId: string, messageId: string | undefined): MessageView | undefined {
  const messages = useContactMessages(contactId);
  return messageId === undefined ? undefined : messages.data?.items.find(({ id }) => id === messageId);
}

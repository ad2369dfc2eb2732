import { MessagePage } from '../../modules/mail/web/message-page.tsx';
import { MessageTrace } from '../../modules/trace/web/message-trace.tsx';

/** One mail of the outbox, with its way up to the first sign-in. */
export function MessageScreen() {
  return <MessagePage beside={(messageId) => <MessageTrace messageId={messageId} />} />;
}

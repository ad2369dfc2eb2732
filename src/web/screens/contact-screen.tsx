import { ContactPage } from '../../modules/contact/web/contact-page.tsx';
import { ContactTrace } from '../../modules/trace/web/contact-trace.tsx';

/** A person, with the way of every mail to them. */
export function ContactScreen() {
  return <ContactPage beside={(contactId) => <ContactTrace contactId={contactId} />} />;
}

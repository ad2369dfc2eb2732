import { ContactPage } from '../../modules/contact/web/contact-page.tsx';
import { ContactDiagnosis } from '../../modules/diagnosis/web/contact-diagnosis.tsx';
import { ContactTrace } from '../../modules/trace/web/contact-trace.tsx';

/** A person, with the way of every mail to them. */
export function ContactScreen() {
  return (
    <ContactPage
      beside={(contactId) => (
        <>
          <ContactDiagnosis contactId={contactId} />
          <ContactTrace contactId={contactId} />
        </>
      )}
    />
  );
}

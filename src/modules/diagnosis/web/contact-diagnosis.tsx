import { useRead } from '../../../web/query.ts';
import { contactContract } from '../../contact/contract.ts';
import { DiagnosisBlock } from './diagnosis-block.tsx';

/** At a person: the block for each of their accesses. Somebody without one has nothing to diagnose. */
export function ContactDiagnosis({ contactId }: { contactId: string }) {
  const { data } = useRead(contactContract.getContact, { params: { contactId } });
  const accesses = data?.accesses ?? [];
  return accesses.map(({ accessId }) => <DiagnosisBlock key={accessId} accessId={accessId} isNamed={accesses.length > 1} />);
}

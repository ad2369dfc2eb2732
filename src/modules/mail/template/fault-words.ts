import { say, type Variant } from '../../../platform/phrases.ts';
import type { FieldRefusal } from '../../../platform/refusal.ts';
import { type ContentFault, mostCharacters } from './content-faults.ts';
import type { TemplateFaultView } from './contract.ts';
import { faultPhrases } from './phrases.ts';

const valuesOf = ({ field = 'sender' }: ContentFault) => ({ field: `{${field}}`, most: mostCharacters });

/** A fault as a refused field of a request; `pointer` is where the content stands in it. */
export const faultRefusal = (fault: ContentFault, pointer: string): FieldRefusal => ({
  pointer: `${pointer}${fault.pointer}`,
  code: `mail.${fault.fault}`,
  phrase: faultPhrases[fault.fault],
  values: valuesOf(fault),
});

/** The same for somebody who is still writing. */
export const presentFault = (fault: ContentFault, variant: Variant): TemplateFaultView => ({
  pointer: fault.pointer,
  code: `mail.${fault.fault}`,
  detail: say(faultPhrases[fault.fault], variant, valuesOf(fault)),
});

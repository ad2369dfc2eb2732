import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('customer', {
  unknown: { kind: 'missing', de: 'Dieses Unternehmen gibt es nicht.', en: 'There is no such company.' },
  'number-taken': {
    kind: 'conflict',
    de: 'Diese Kundennummer trägt schon ein anderes Unternehmen.',
    en: 'Another company already has this customer number.',
  },
  'has-contacts': {
    kind: 'conflict',
    de: 'Zu diesem Unternehmen gehören noch Personen ({count}). Bitte zuerst diese löschen oder einem anderen Unternehmen zuordnen.',
    en: 'This company still has people ({count}). Please delete them or move them to another company first.',
  },
});

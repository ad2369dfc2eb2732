import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('portal', {
  unknown: { kind: 'missing', de: 'Dieses Portal gibt es nicht.', en: 'There is no such portal.' },
  'unknown-area': {
    kind: 'invalid',
    de: 'Einen dieser Bereiche gibt es in diesem Portal nicht.',
    en: 'One of these areas does not exist in this portal.',
  },
});

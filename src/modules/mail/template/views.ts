import { say, type Variant } from '../../../platform/phrases.ts';
import type { TemplateView } from './contract.ts';
import { fieldsOf } from './fields.ts';
import { fieldPhrases } from './phrases.ts';
import { sampleRequest, sampleSender } from './sample.ts';
import { certainFields, type FieldName, fieldsOfTemplate, isUrlField, type Template } from './template.ts';

export type TemplateFacts = {
  variant: Variant;
  active: boolean;
  lastSentAt: Date | undefined;
  waiting: number;
  adapted: TemplateView['adapted'];
  mayBeChanged: boolean;
};

/** A template with what it may name, for people in their language. */
export function presentTemplate(
  template: Template,
  { variant, active, lastSentAt, waiting, adapted, mayBeChanged }: TemplateFacts,
): TemplateView {
  return {
    key: template.key,
    section: template.section,
    label: say(template.label, variant),
    description: say(template.description, variant),
    active,
    offAtFirst: template.isOffAtFirst === true,
    consequence: say(template.consequence, variant),
    lastSentAt: lastSentAt?.toISOString() ?? null,
    waiting,
    needsLink: template.needsLink,
    adapted,
    fields: fieldsOfTemplate(template).map((name) => ({
      name,
      label: say(fieldPhrases[name], variant),
      always: certainFields.includes(name),
      isAddress: isUrlField(name),
      inText: {
        de: inText(template, name, 'de'),
        'de-DU': inText(template, name, 'de-DU'),
        en: inText(template, name, 'en'),
      },
    })),
    allowed: mayBeChanged ? ['switch', 'edit'] : [],
  };
}

function inText({ key }: Template, name: FieldName, variant: Variant): { shown: string; sample: string } {
  const request = sampleRequest(key, variant);
  const fields = fieldsOf(request, { ...sampleSender, linkUrl: request.link?.url ?? '' });
  return { shown: say(fieldPhrases[name], variant), sample: fields[name] ?? '' };
}

import { say, type Variant } from '../../../platform/phrases.ts';
import type { TemplateView } from './contract.ts';
import { fieldsOf } from './fields.ts';
import { render } from './render.ts';
import { sampleRequest, sampleSender } from './sample.ts';
import type { Template } from './template.ts';

/** A template with a preview in every form of address, filled with the made-up sample. */
export function presentTemplate(
  template: Template,
  {
    variant,
    active,
    lastSentAt,
    mayBeSwitched,
  }: { variant: Variant; active: boolean; lastSentAt: Date | undefined; mayBeSwitched: boolean },
): TemplateView {
  return {
    key: template.key,
    section: template.section,
    label: say(template.label, variant),
    description: say(template.description, variant),
    active,
    consequence: say(template.consequence, variant),
    lastSentAt: lastSentAt?.toISOString() ?? null,
    previews: (['de', 'de-DU', 'en'] as const).map((form) => ({ variant: form, ...preview(template, form) })),
    allowed: mayBeSwitched ? ['switch'] : [],
  };
}

/** The sample mail of a template in one form of address. */
export function preview(template: Template, variant: Variant) {
  const { link, ...rest } = sampleRequest(template.key, variant);
  const request = template.needsLink && link ? { ...rest, link } : rest;
  const { portal } = request;
  const fields = fieldsOf(request, { ...sampleSender, linkUrl: link?.url ?? '' });
  const letterhead = {
    brandColor: portal?.brandColor ?? '#1f4e79',
    imprintUrl: portal?.imprintUrl ?? null,
    privacyUrl: portal?.privacyUrl ?? null,
  };
  return render(template.content[variant], { fields, letterhead, variant });
}

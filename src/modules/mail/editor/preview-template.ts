import { addressFaultPhrase, displayAddress, isAddress, parseAddress } from '../../../platform/address.ts';
import { later } from '../../../platform/clock.ts';
import type { Id } from '../../../platform/id.ts';
import { languageOf, say, type Variant } from '../../../platform/phrases.ts';
import type { Work } from '../../../platform/work.ts';
import { type Limit, takeTry } from '../../throttle/index.ts';
import type { MailOutcome, MailPerson, MailPortal, MailRequest } from '../mail.ts';
import { refuse } from '../refusals.ts';
import { findTransport } from '../setting/setting-store.ts';
import { contentFaults } from '../template/content-faults.ts';
import { contentInForce } from '../template/content-in-force.ts';
import type { TemplatePreviewView } from '../template/contract.ts';
import { presentFault } from '../template/fault-words.ts';
import { fieldsOf } from '../template/fields.ts';
import { omissionsOf } from '../template/fill.ts';
import { letterheadOf } from '../template/letterhead.ts';
import { fieldPhrases, omissionPhrases, testPhrases } from '../template/phrases.ts';
import { render } from '../template/render.ts';
import { detailsFor, sampleRequest } from '../template/sample.ts';
import type { Content, Fields, Template } from '../template/template.ts';
import { findTemplate } from '../template/templates.ts';
import { fullName } from '../template/wording.ts';
import { mustBeSendable } from './edit-template.ts';

/** A real person whom a preview speaks to. */
export type MailReader = { person: MailPerson; companyName: string; accountName: string };

/** What is to be looked at: a template in one form of address, as saved or as it is being written, for a real person or a made-up one. */
export type Look = {
  key: string;
  variant: Variant;
  content?: Content;
  reader?: MailReader | null;
  portal: MailPortal | null;
  ownPortal: boolean;
};

/** Every press is a mail in somebody's mailbox. Whoever works on the words of many mails gets ten at once, and one every half minute. */
const testLimit: Limit = {
  name: 'template-test',
  plans: { account: { freeTries: 10, firstPauseSeconds: 15, longestPauseSeconds: 300, drainSeconds: 30 } },
};

/** As long as a link of most mails works. */
const sampleLifetime = 48 * 3_600_000;

/** How the mail looks, and what keeps the wording from being saved. Refuses `unknown-template`. */
export async function previewTemplate(work: Work, look: Look, language: Variant): Promise<TemplatePreviewView> {
  const template = wantedTemplate(look.key);
  const { tx, now, workspace } = work;
  const content = look.content ?? (await savedContent(work, template, look));
  const request = requestFor(work, template, look);
  const fields = fieldsOf(request, {
    sender: workspace.name,
    baseUrl: workspace.baseUrl,
    timeZone: workspace.timeZone,
    linkUrl: request.link?.url ?? '',
    now,
  });
  const letterhead = letterheadOf(look.portal, await findTransport(tx, workspace.id), look.variant);
  return {
    ...render(content, { fields, letterhead, variant: look.variant }),
    person: fullName(request.person),
    faults: contentFaults(template, content).map((fault) => presentFault(fault, language)),
    omissions: presentOmissions(content, { fields, ownSignature: Boolean(letterhead.signature) }, language),
  };
}

/**
 * Sends the mail as it looks to an address, marked as a test; its link leads nowhere. Refuses `unknown-template`, `test-address-invalid`, and words that
 * could not be sent, and `throttle.slow-down`.
 */
export async function testTemplate(work: Work, { to, network, ...look }: Look & { to: string; network: string }, language: Variant) {
  const template = wantedTemplate(look.key);
  const parsed = parseAddress(to);
  if (!isAddress(parsed))
    throw refuse('test-address-invalid', {
      fields: [{ pointer: '/to', code: `address.${parsed.fault}`, phrase: addressFaultPhrase[parsed.fault] }],
    });
  const content = look.content ?? (await savedContent(work, template, look));
  mustBeSendable(template, content, '/content');
  await takeTry(work, testLimit, {
    account: `${testLimit.name}:${work.actor.kind === 'user' ? work.actor.userId : work.actor.kind}`,
    network,
  });

  const { link, ...request } = requestFor(work, template, look);
  const outcome = await work.send({
    ...request,
    address: parsed.address,
    template: 'test',
    rehearsal: { template: template.key, content, link: link ?? null },
  });
  work.record(
    `mail-template.test-${outcome.state}`,
    { type: 'workspace', id: work.workspace.id },
    {
      after: { template: template.key, variant: look.variant, ...(outcome.state === 'not-possible' && { reason: outcome.reason }) },
      personal: { after: { address: parsed.address } },
    },
  );
  return presentOutcome(outcome, displayAddress(parsed.address), language);
}

/** What of this wording the person would not see, and why, for whoever writes it. */
function presentOmissions(
  { blocks }: Content,
  { fields, ownSignature }: { fields: Fields; ownSignature: boolean },
  language: Variant,
): TemplatePreviewView['omissions'] {
  const words = omissionPhrases(language);
  const list = new Intl.ListFormat(languageOf(language));
  const missing = omissionsOf(blocks, fields).map(({ pointer, missing }) => {
    const names = missing.map((name) => say(fieldPhrases[name], language));
    const quoted = language === 'en' ? names.map((name) => `“${name}”`) : names.map((name) => `„${name}“`);
    return { pointer, detail: words('missing', { fields: list.format(quoted) }) };
  });
  const replaced = blocks.flatMap(({ kind }, index) =>
    kind === 'signature' && ownSignature ? [{ pointer: `/blocks/${index}`, detail: words('signature') }] : [],
  );
  return [...missing, ...replaced];
}

function wantedTemplate(key: string): Template {
  const template = findTemplate(key);
  if (!template) throw refuse('unknown-template');
  return template;
}

async function savedContent({ tx, workspace }: Work, template: Template, { variant, portal, ownPortal }: Look): Promise<Content> {
  const place = { workspaceId: workspace.id, variant, portalId: ownPortal && portal ? portal.id : null };
  return (await contentInForce(tx, template, place)).content;
}

/** The made-up request of the template, with what is known of the chosen person, portal and workspace in its place. */
function requestFor({ now, workspace }: Work, template: Template, { variant, reader, portal }: Look): MailRequest {
  const { link: _link, portal: _portal, ...sample } = sampleRequest(template.key, variant);
  const home = portal?.url ?? `${workspace.baseUrl}/`;
  const { details, ...rest } = detailsFor(template);
  const request: MailRequest = {
    ...sample,
    ...rest,
    ...(details && { details: { ...details, ...(details.pageUrl && { pageUrl: `${workspace.baseUrl}/console/` }) } }),
    ...(portal && { portal }),
    occurredAt: now,
    ...(reader && { person: reader.person, companyName: reader.companyName, accountName: reader.accountName }),
  };
  if (!template.needsLink) return request;
  const timeZone = portal?.timeZone ?? workspace.timeZone;
  return { ...request, link: { id: sampleLinkId, url: sampleLink(home), expiresAt: later(now, sampleLifetime), timeZone } };
}

const sampleLinkId = '018f0000-0000-7000-8000-000000000002' as Id<'one-time-link'>;

/** A page of the portal that says that there is no such link. No secret looks like this. */
export const sampleLink = (home: string): string => `${home}link/beispiel-ohne-wirkung`;

function presentOutcome(outcome: MailOutcome, address: string, language: Variant) {
  const say = testPhrases(language);
  if (outcome.state === 'not-possible') return { state: outcome.state, sentence: say(outcome.reason) };
  const sentence = say(outcome.held ? 'held' : outcome.transport === 'test-mailbox' ? 'inTestMailbox' : 'queued', { address });
  return { state: outcome.state, sentence, messageId: outcome.messageId };
}

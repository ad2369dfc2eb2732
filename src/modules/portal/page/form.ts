import type { z } from 'zod';
import { fieldRefusals } from '../../../platform/http/field-sentences.ts';
import { type Html, html } from '../../../platform/http/html.ts';
import { refuseRequest } from '../../../platform/http/refusals.ts';
import { say, type Variant } from '../../../platform/phrases.ts';
import { type FieldRefusal, Refusal } from '../../../platform/refusal.ts';
import { pageWords } from './phrases.ts';
import { reasonOf } from './reasons.ts';

/** A submitted form: what it holds, or what is wrong with it; in both cases what was typed, for showing it again. */
export type Form<Values> = { typed: Readonly<Record<string, string>> } & (
  | { values: Values; faults?: undefined }
  | { values?: undefined; faults: FieldRefusal[] }
);

/** What somebody can mend at the field. Anything else was not sent by our form. */
const mendable = new Set([
  'field.required',
  'field.too-short',
  'field.too-long',
  'field.control-characters',
  'field.hidden-character',
  'field.malformed',
]);

/** Reads an urlencoded body against a strict schema. Refuses fields that the form does not have, and values that are no single text (rule 15). */
export function readForm<Values>(schema: z.ZodType<Values>, body: unknown): Form<Values> {
  const typed = Object.fromEntries(Object.entries(body ?? {})) as Record<string, string>;
  if (Object.values(typed).some((value) => typeof value !== 'string')) throw refuseRequest('invalid');
  const result = schema.safeParse(typed);
  if (result.success) return { typed, values: result.data };
  const faults = fieldRefusals(result.error);
  if (faults.some(({ code }) => !mendable.has(code))) throw refuseRequest('invalid', { fields: faults });
  return { typed, faults };
}

/** Runs what a form asks for. A refusal that has a sentence comes back to be shown in the form; one that says „there is no such thing“ does not. */
export async function tryForm<Result>(
  run: () => Promise<Result>,
): Promise<{ result: Result; refusal?: undefined } | { result?: undefined; refusal: Refusal }> {
  try {
    return { result: await run() };
  } catch (error) {
    if (error instanceof Refusal && error.kind !== 'missing') return { refusal: error };
    throw error;
  }
}

/** How a form stands: untouched, or with what was wrong the last time. */
export type FormState = { faults: readonly FieldRefusal[]; refusal?: Refusal | undefined };

export const untouched: FormState = { faults: [] };
export const faultyForm = (faults: readonly FieldRefusal[]): FormState => ({ faults });
export const refusedForm = (refusal: Refusal): FormState => ({ faults: refusal.fields, refusal });

export type FieldView = {
  name: string;
  label: string;
  type?: 'text' | 'password' | 'email';
  value?: string | undefined;
  autocomplete:
    | 'username'
    | 'current-password'
    | 'new-password'
    | 'email'
    | 'given-name'
    | 'family-name'
    | 'postal-code'
    | 'organization'
    | 'off';
  optional?: boolean;
  hint?: Html | string;
  minimumLength?: number;
};

/** One field with its label, what to know before typing, and what was wrong with it. */
export function field(view: FieldView, { faults }: FormState, variant: Variant): Html {
  const { name, label, type = 'text', value, autocomplete, optional = false, hint, minimumLength } = view;
  const fault = faults.find(({ pointer }) => pointer === `/${name}`);
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return html`<div class="field${fault && ' faulty'}">
<label for="${name}">${label}</label>
${hint && html`<div class="hint" id="${name}-hint">${hint}</div>`}
${fault && html`<p class="fault" id="${name}-fault">${sentenceOf(fault, variant)}</p>`}
<div class="entry"><input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false"${!optional && html` required`}${value !== undefined && html` value="${value}"`}${described && html` aria-describedby="${described}"`}${fault && html` aria-invalid="true"`}${minimumLength !== undefined && html` minlength="${minimumLength}" passwordrules="minlength: ${minimumLength};"`}>${type === 'password' && reveal(name, variant)}</div>
</div>`;
}

/** The script shows it; without the script there is no button that does nothing. */
function reveal(name: string, variant: Variant): Html {
  const words = pageWords(variant);
  return html`<button type="button" class="plain" data-reveal="${name}" data-hide="${words('hidePassword')}" hidden>${words('showPassword')}</button>`;
}

/** The field for a password that one makes up: its rule is read before typing, and stands nowhere else on the page. */
export function newPasswordField(name: string, minimumLength: number, state: FormState, variant: Variant): Html {
  const words = pageWords(variant);
  const hint = words('passwordRule', { minimum: minimumLength });
  return field({ name, label: words('newPassword'), type: 'password', autocomplete: 'new-password', hint, minimumLength }, state, variant);
}

/** Tells password managers whose password it is; people read it elsewhere on the page. */
export const accountNameForManagers = (accountName: string): Html =>
  html`<input class="unseen" type="text" name="accountName" value="${accountName}" autocomplete="username" tabindex="-1" aria-hidden="true" readonly>`;

/**
 * What was wrong, above the form: each fault with its field's label and the way there; a refusal that belongs to no field in words, with what `more`
 * there is to know about it.
 */
export function faultSummary(
  { faults, refusal }: FormState,
  variant: Variant,
  { labels = {}, more }: { labels?: Readonly<Record<string, string>>; more?: Html | undefined } = {},
): Html | undefined {
  if (!faults.length) return refusal && alertBox(refusal.sentence(variant), more);
  const entry = (fault: FieldRefusal) => {
    const name = fault.pointer.slice(1);
    const label = fault.code.startsWith('field.') && labels[name];
    return html`<li><a href="#${name}">${label && `${label}: `}${sentenceOf(fault, variant)}</a></li>`;
  };
  return html`<div class="box bad" role="alert"><p><strong>${pageWords(variant)('pleaseCheck')}</strong></p><ul>${faults.map(entry)}</ul></div>`;
}

/** Something did not work: heard at once by whoever does not see it. */
export const alertBox = (sentence: string, more?: Html): Html =>
  html`<div class="box bad" role="alert"><p><strong>${sentence}</strong></p>${more}</div>`;

/** Something has happened. */
export const noticeBox = (sentence: string): Html => html`<div class="box good" role="status"><p>${sentence}</p></div>`;

const sentenceOf = (fault: FieldRefusal, variant: Variant): string => say(reasonOf(fault), variant, fault.values);

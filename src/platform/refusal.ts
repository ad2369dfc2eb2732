import { type Phrase, type PhraseValues, say, type Variant } from './phrases.ts';

/** What kind of „no“ it is. Only the HTTP edge translates this into a status. */
export type RefusalKind =
  | 'invalid'
  | 'not-signed-in'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'gone'
  | 'stale'
  | 'too-many'
  | 'unavailable';

export type RefusalDeclaration = Phrase & { readonly kind: RefusalKind };

/** One wrong field of a request: an RFC 6901 pointer, a code and the sentence. */
export type FieldRefusal = { pointer: string; code: string; phrase: Phrase; values?: PhraseValues };

export type RefusalDetail = {
  values?: PhraseValues;
  /** Where in the request the reason lies (RFC 6901), so that a form can show the sentence at its field. */
  pointer?: string;
  fields?: FieldRefusal[];
  retryAfterSeconds?: number;
  /** What was written so far stays (a failed try must be counted); without it a refusal rolls everything back. */
  keepChanges?: boolean;
};

/** A domain „no“ that has a sentence. An exception of any other kind is a bug. */
export class Refusal extends Error {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly phrase: Phrase;
  readonly detail: RefusalDetail;

  constructor(code: string, declaration: RefusalDeclaration, detail: RefusalDetail) {
    super(`${code}: ${say(declaration, 'en', detail.values)}`);
    this.name = 'Refusal';
    this.code = code;
    this.kind = declaration.kind;
    this.phrase = declaration;
    this.detail = detail;
  }

  /** The sentence in the caller's language. */
  sentence(variant: Variant): string {
    return say(this.phrase, variant, this.detail.values);
  }

  get fields(): FieldRefusal[] {
    if (this.detail.fields) return this.detail.fields;
    if (!this.detail.pointer) return [];
    return [
      { pointer: this.detail.pointer, code: this.code, phrase: this.phrase, ...(this.detail.values && { values: this.detail.values }) },
    ];
  }
}

/**
 * Declares every „no“ of a module once: code, kind, both languages.
 * `refuse('unknown')` makes the refusal `access.unknown`; the caller throws it, so that control flow stays visible.
 */
export function defineRefusals<const Declarations extends Record<string, RefusalDeclaration>>(module: string, declarations: Declarations) {
  return (name: keyof Declarations & string, detail: RefusalDetail = {}): Refusal =>
    new Refusal(`${module}.${name}`, declarations[name] as RefusalDeclaration, detail);
}

export const isRefusal = (error: unknown, code?: string): error is Refusal =>
  error instanceof Refusal && (code === undefined || error.code === code);

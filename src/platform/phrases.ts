/** How a person is spoken to: German with „Sie“, German with „Du“, English. A BCP 47 private tag would say the same; people read this one. */
export type Variant = 'de' | 'de-DU' | 'en';

/** The language of a variant, as it stands in `lang` and `Content-Language`. */
export type Language = 'de' | 'en';

/** One sentence in every language. `du` is only there where it differs from the German with „Sie“. `{name}` marks a place to fill. */
export type Phrase = { readonly de: string; readonly du?: string; readonly en: string };

export type PhraseValues = Readonly<Record<string, string | number>>;

export const languageOf = (variant: Variant): Language => (variant === 'en' ? 'en' : 'de');

/** The variant for a language and the form of address that a workspace or a person prefers. */
export const variantOf = (language: Language, addressForm: 'sie' | 'du'): Variant =>
  language === 'en' ? 'en' : addressForm === 'du' ? 'de-DU' : 'de';

/** Says a phrase. A place without a value stays visible, so that a forgotten one is seen and not silently empty. */
export function say(phrase: Phrase, variant: Variant, values: PhraseValues = {}): string {
  const text = variant === 'en' ? phrase.en : variant === 'de-DU' ? (phrase.du ?? phrase.de) : phrase.de;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place));
}

/** A catalogue of phrases; a key that is missing, or a language that is missing for a key, does not compile. */
export function definePhrases<const Catalogue extends Record<string, Phrase>>(catalogue: Catalogue) {
  return (variant: Variant) =>
    (key: keyof Catalogue & string, values?: PhraseValues): string =>
      say(catalogue[key] as Phrase, variant, values);
}

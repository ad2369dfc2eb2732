/** An address of a mail that a person may follow. */
export type MailLink = { url: string; text: string };

type Options = { nonce: string; links: 'open' | 'dead'; scheme?: 'light' | 'dark' };

/**
 * A mail's HTML made ready for a sandboxed frame. The frame inherits the console's content security policy, which allows no style
 * attributes; so each becomes a rule of one style element that carries the page's nonce. Links open in a new tab or lead nowhere.
 */
export function mailDocument(html: string, { nonce, links, scheme = 'light' }: Options): string {
  const page = parse(inScheme(html, scheme), nonce);
  for (const element of page.querySelectorAll('script, iframe, object, embed, form, base, link, meta[http-equiv]')) element.remove();

  const rules = [...page.querySelectorAll('[data-pf-style]')].map((element, index) => {
    const declarations = element.getAttribute('data-pf-style') ?? '';
    element.setAttribute('data-pf-style', String(index));
    // Repeated, so that the rule weighs more than any selector of the mail's own style element, as a style attribute would.
    return `${`[data-pf-style="${index}"]`.repeat(4)}{${declarations}}`;
  });
  const style = page.createElement('style');
  style.setAttribute('nonce', nonce);
  style.textContent = rules.join('\n');
  page.head.append(style);

  for (const anchor of page.querySelectorAll('a')) {
    if (links === 'dead' || !isWebAddress(anchor.getAttribute('href'))) anchor.removeAttribute('href');
    anchor.setAttribute('target', '_blank');
    anchor.setAttribute('rel', 'noopener noreferrer');
  }
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

/** What the mail says for dark screens counts or not whatever this screen is like. */
const inScheme = (html: string, scheme: 'light' | 'dark'): string =>
  html.replace(/@media \(prefers-color-scheme: ?dark\)/g, scheme === 'dark' ? '@media all' : '@media not all');

const isWebAddress = (address: string | null): address is string => address !== null && /^https?:\/\//i.test(address);

/** The links of a mail, each once, in the order in which they stand. */
export function linksOf(html: string, nonce: string): MailLink[] {
  const page = parse(html, nonce);
  const links = new Map<string, MailLink>();
  for (const anchor of page.querySelectorAll('a')) {
    const url = anchor.getAttribute('href');
    if (isWebAddress(url) && !links.has(url)) links.set(url, { url, text: anchor.textContent?.trim() || url });
  }
  return [...links.values()];
}

/** Parsed documents stand under the page's policy too: style attributes are renamed and style elements marked before the parser sees them. */
const parse = (html: string, nonce: string): Document =>
  new DOMParser().parseFromString(
    html.replace(/(\s)style=(?=["'])/gi, '$1data-pf-style=').replace(/<style(?=[\s>])/gi, `<style nonce="${nonce}"`),
    'text/html',
  );

import { type Html, html, withAddresses } from '../../../platform/http/html.ts';
import type { Id } from '../../../platform/id.ts';
import { type Language, languageOf, type Variant } from '../../../platform/phrases.ts';
import type { ActingUser, Actor } from '../../audit/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import type { Portal } from '../portal.ts';
import { brandFile, scriptFile, styleFile } from './assets.ts';
import { pageWords } from './phrases.ts';

/** Whose page it is: a portal's; without a portal the workspace's own (links of staff); without both nobody's (the database is away). */
export type Frame = {
  workspace: Workspace | undefined;
  portal: Portal | undefined;
  variant: Variant;
  actor?: Actor;
  now?: Date;
  companies?: readonly CompanyChoice[];
};

/** One of the companies that a person acts for, by one of their contacts. */
export type CompanyChoice = { contactId: Id<'contact'>; label: string; inView: boolean };

export type PageView = {
  /** Stands in the browser's title, and above the page unless there is a `heading`. */
  title: string;
  heading?: string;
  main: Html;
  /** The page's own address, where the language can be chosen. Without one there is no choice. */
  path?: string;
  /** What the address carries behind the question mark and must not be lost with the language. */
  query?: Record<string, string>;
  /** Somebody is signed in: the head shows the ways through the portal. */
  signedIn?: boolean;
  /** Something that was typed was refused: the browser's title says so first. */
  faulty?: boolean;
  /** A page of reading and cards; forms are narrow. */
  wide?: boolean;
};

/** A whole page: works without the script, loads nothing from elsewhere, has no style or script of its own inside (rule 27). */
export function renderPage(frame: Frame, view: PageView): Html {
  const { workspace, portal, variant } = frame;
  const words = pageWords(variant);
  const name = portal?.name ?? workspace?.name ?? 'Pforte';
  const company = portal && workspace?.name !== name ? workspace?.name : undefined;
  const title = [view.title, name, company].filter(Boolean).join(' · ');
  return html`<!doctype html>
<html lang="${languageOf(variant)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${view.faulty ? `${words('fault')}: ${title}` : title}</title>
<link rel="icon" href="${iconOf(portal?.brandColor)}">
<link rel="stylesheet" href="/assets/${styleFile}">
${portal && html`<link rel="stylesheet" href="/assets/${brandFile(portal.brandColor)}">`}
<script src="/assets/${scriptFile}" defer></script>
</head>
<body>
<a class="skip" href="#main">${words('skip')}</a>
${portal && actingBanner(frame, portal)}
<header class="head"><div class="inner">
<p class="door"><a href="${portal ? `/${portal.slug}/` : '/console/'}">${name}</a>${company && html` <span>${company}</span>`}</p>
${view.signedIn && portal && switcher(frame, portal)}${view.signedIn && portal && navigation(frame, portal, view.path)}
</div></header>
<main id="main" tabindex="-1" class="inner ${view.wide ? 'wide' : 'narrow'}">
<h1>${view.heading ?? view.title}</h1>
${view.main}
</main>
<footer class="foot"><div class="inner">
${portal?.supportContact && html`<p class="help">${withAddresses(words('help', { contact: portal.supportContact }))}</p>`}
<ul>${legalLinks(portal, variant)}${view.path && languageLinks(view.path, view.query ?? {}, languageOf(variant))}</ul>
</div></footer>
</body>
</html>
`;
}

const actingUserOf = ({ actor }: Frame): ActingUser | undefined => (actor?.kind === 'person' ? actor.actingUser : undefined);

/** Whoever acts as somebody sees it on every page, and how long they still may (rule 26). */
function actingBanner(frame: Frame, { slug }: Portal): Html | undefined {
  const acting = actingUserOf(frame);
  if (!acting) return undefined;
  const words = pageWords(frame.variant);
  const seconds = Math.max(0, Math.ceil((acting.endsAt.getTime() - (frame.now ?? acting.endsAt).getTime()) / 1000));
  const left = html`<span role="timer" aria-live="off" data-seconds="${seconds}">${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}</span>`;
  return html`<section class="acting" aria-label="${words('acting')}"><div class="inner">
<p>${words('actingAs')} <strong>${acting.personName}</strong> · ${words('actingUser')} <strong>${acting.name}</strong> · ${words('actingLeft')} ${left}</p>
<form method="post" action="/${slug}/acting/end"><button>${words('actingEnd')}</button></form>
</div></section>`;
}

/** In whose name one looks at the portal, for whoever acts for several companies. */
function switcher({ companies = [], variant }: Frame, { slug }: Portal): Html | undefined {
  if (companies.length < 2) return undefined;
  const words = pageWords(variant);
  const options = companies.map(
    ({ contactId, label, inView }) => html`<option value="${contactId}"${inView && html` selected`}>${label}</option>`,
  );
  return html`<form class="company" method="post" action="/${slug}/company"><label for="company">${words('company')}</label>
<select id="company" name="contactId">${options}</select><button class="second">${words('switchCompany')}</button></form>`;
}

function navigation(frame: Frame, { slug }: Portal, path: string | undefined): Html {
  const words = pageWords(frame.variant);
  const way = (href: string, label: string) => html`<li><a href="${href}"${href === path && html` aria-current="page"`}>${label}</a></li>`;
  return html`<nav aria-label="${words('navigation')}"><ul>
${way(`/${slug}/`, words('overview'))}
${way(`/${slug}/profile`, words('profile'))}
${!actingUserOf(frame) && html`<li><form method="post" action="/${slug}/sign-out"><button class="plain">${words('signOut')}</button></form></li>`}
</ul></nav>`;
}

function legalLinks(portal: Portal | undefined, variant: Variant): Html[] {
  const words = pageWords(variant);
  const link = (url: string | null | undefined, label: string) => (isWebAddress(url) ? [html`<li><a href="${url}">${label}</a></li>`] : []);
  return [...link(portal?.imprintUrl, words('imprint')), ...link(portal?.privacyUrl, words('privacy'))];
}

/** Nothing but a web address becomes a link, however it came into the database. */
const isWebAddress = (url: string | null | undefined): url is string => /^https?:$/.test(URL.parse(url ?? '')?.protocol ?? '');

const languages: readonly { language: Language; name: string }[] = [
  { language: 'de', name: 'Deutsch' },
  { language: 'en', name: 'English' },
];

/** A language names itself, so that whoever is looking for it can read it. */
const languageLinks = (path: string, query: Record<string, string>, current: Language): Html[] =>
  languages
    .filter(({ language }) => language !== current)
    .map(
      ({ language, name }) =>
        html`<li><a href="${path}?${new URLSearchParams({ ...query, lang: language }).toString()}" lang="${language}" hreflang="${language}">${name}</a></li>`,
    );

const iconOf = (color = '#114e62') =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${color}"/><path d="M8 26V14a8 8 0 0 1 16 0v12h-5V15a3 3 0 0 0-6 0v11z" fill="#fff"/></svg>`)}`;

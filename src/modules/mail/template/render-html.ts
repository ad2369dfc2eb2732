import { isAddress, parseAddress } from '../../../platform/address.ts';
import { escapeHtml } from '../../../platform/http/html.ts';
import { languageOf } from '../../../platform/phrases.ts';
import { type Palette, paletteOf } from './color.ts';
import { fill, fillPlain, targetOf } from './fill.ts';
import { frameWords } from './frame.ts';
import type { Letter } from './render.ts';
import type { Block } from './template.ts';

const font = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const body = `margin:0 0 16px;font-family:${font};font-size:16px;line-height:24px;color:#1f2937;`;

/**
 * The HTML form: tables and inline styles, because mail programs know little else; 600 px, narrower where the screen is.
 * The style sheet only adds what can be missing: dark colours and small screens.
 */
export function renderHtml(letter: Letter): string {
  const { subject, preheader, blocks, fields, variant } = letter;
  const palette = paletteOf(letter.letterhead.brandColor);
  const language = languageOf(variant);
  const main = blocks.filter((block) => block.kind !== 'note').map((block) => blockHtml(block, letter, palette));
  const notes = blocks.filter((block) => block.kind === 'note').map((block) => blockHtml(block, letter, palette));
  return `<!DOCTYPE html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<meta name="x-apple-disable-message-reformatting">
<title>${escapeHtml(subject)}</title>
<style>${styleSheet(palette)}</style>
</head>
<body class="ground" style="margin:0;padding:0;background-color:#eef1f5;-webkit-text-size-adjust:100%;">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;" aria-hidden="true">${escapeHtml(preheader)}${'&#847;&zwnj;&nbsp;'.repeat(30)}</div>
<div role="main" aria-label="${escapeHtml(subject)}" lang="${language}">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#eef1f5" style="background-color:#eef1f5;">
<tr><td align="center" class="around" style="padding:32px 16px;">
<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="width:100%;max-width:600px;background-color:#ffffff;border-radius:8px;border-collapse:separate;overflow:hidden;">
<tr><td bgcolor="${palette.brand}" class="inside head" style="background-color:${palette.brand};padding:20px 40px;font-family:${font};font-size:17px;line-height:24px;font-weight:600;color:${palette.onBrand};">${escapeHtml(fields.sender ?? '')}</td></tr>
<tr><td class="inside" style="padding:36px 40px 12px;">
${[noteHtml(letter), literal(letter.letterhead.header), ...main, literal(letter.letterhead.signature)].filter(Boolean).join('\n')}
</td></tr>
${notes.length ? `<tr><td class="inside" style="padding:0 40px 24px;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="notes" style="padding:20px 0 0;border-top:1px solid #d9dee7;">\n${notes.join('\n')}\n</td></tr></table></td></tr>` : ''}
</table>
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;">
<tr><td class="inside quiet" align="center" style="padding:20px 40px 8px;font-family:${font};font-size:13px;line-height:20px;color:#4b5563;text-wrap:balance;">${footer(letter)}</td></tr>
</table>
</td></tr>
</table>
</div>
</body>
</html>
`;
}

function blockHtml(block: Block, letter: Letter, palette: Palette): string {
  const text = (value: string) => fillHtml(value, letter, palette);
  switch (block.kind) {
    case 'heading':
      return `<h1 class="ink" style="margin:0 0 20px;font-family:${font};font-size:24px;line-height:32px;font-weight:700;color:#111827;">${text(block.text)}</h1>`;
    case 'paragraph':
      return `<p class="ink" style="${body}">${text(block.text)}</p>`;
    case 'facts':
      return factsHtml(block.facts.map((fact) => ({ label: text(fact.label), value: text(fact.text) })));
    case 'button':
      return buttonHtml(escapeHtml(fillPlain(block.label, letter.fields)), targetOf(block.to, letter.fields), letter, palette);
    case 'deadline':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;"><tr><td width="4" bgcolor="${palette.brand}" style="width:4px;background-color:${palette.brand};font-size:0;line-height:0;">&nbsp;</td><td class="ink" style="padding:2px 0 2px 16px;font-family:${font};font-size:16px;line-height:24px;font-weight:600;color:#111827;">${text(block.text)}</td></tr></table>`;
    case 'note':
      return `<p class="quiet" style="margin:0 0 12px;font-family:${font};font-size:14px;line-height:21px;color:#4b5563;">${text(block.text)}</p>`;
    case 'divider':
      return '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 20px;"><tr><td class="notes" style="border-top:1px solid #d9dee7;font-size:0;line-height:0;">&nbsp;</td></tr></table>';
    case 'signature':
      return `<p class="ink" style="${body}">${text(block.text)}</p>`;
  }
}

/** Text that people have set for every mail: it is shown as it stands. */
const literal = (text: string | null | undefined): string =>
  text ? `<p class="ink" style="${body}">${escapeHtml(text).replaceAll('\n', '<br>')}</p>` : '';

const noteHtml = ({ letterhead: { note } }: Letter): string =>
  note
    ? `<p class="quiet" style="margin:0 0 20px;font-family:${font};font-size:14px;line-height:21px;color:#4b5563;">${escapeHtml(note).replaceAll('\n', '<br>')}</p>`
    : '';

function factsHtml(facts: { label: string; value: string }[]): string {
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><th scope="row" align="left" class="fact-label quiet" valign="top" style="padding:4px 16px 4px 0;font-weight:400;text-align:left;font-family:${font};font-size:14px;line-height:22px;color:#4b5563;white-space:nowrap;">${label}</th><td class="fact ink" valign="top" style="padding:4px 0;font-family:${font};font-size:15px;line-height:22px;color:#111827;word-break:break-word;overflow-wrap:anywhere;">${value}</td></tr>`,
  );
  return `<table role="presentation" class="box" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f5f7fa" style="margin:4px 0 24px;background-color:#f5f7fa;border-radius:6px;"><tr><td style="padding:12px 20px;"><table cellpadding="0" cellspacing="0" border="0">${rows.join('')}</table></td></tr></table>`;
}

/** Padded in the link for most programs and by the cell for Outlook, which ignores the padding of links. */
function buttonHtml(label: string, url: string, letter: Letter, palette: Palette): string {
  const href = escapeHtml(url);
  const copy = frameWords(letter.variant)('copyAddress');
  return `<table role="presentation" class="button" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 16px;"><tr><td align="center" bgcolor="${palette.brand}" style="border-radius:6px;background-color:${palette.brand};mso-padding-alt:14px 28px;"><a href="${href}" class="button-link" style="display:inline-block;padding:14px 28px;font-family:${font};font-size:16px;line-height:20px;font-weight:600;color:${palette.onBrand};text-decoration:none;border-radius:6px;">${label}</a></td></tr></table>
<p class="quiet" style="margin:0 0 20px;font-family:${font};font-size:13px;line-height:20px;color:#4b5563;">${escapeHtml(copy)}<br><a href="${href}" class="link" style="color:${palette.link};word-break:break-all;">${href}</a></p>`;
}

/** Values are escaped whatever they are; only addresses of ours and of the support become links. */
function fillHtml(text: string, { fields }: Letter, palette: Palette): string {
  const link = (href: string, shown: string) =>
    `<a href="${escapeHtml(href)}" class="link" style="color:${palette.link};">${escapeHtml(shown)}</a>`;
  return fill(text, fields)
    .map(({ kind, text: piece }) => {
      if (kind === 'url') return link(piece, piece.replace(/^https?:\/\//, '').replace(/\/$/, ''));
      if (kind === 'said-address') return link(piece, piece);
      if (kind === 'contact' && isAddress(parseAddress(piece))) return link(`mailto:${piece}`, piece);
      if (kind === 'contact' && /^https?:\/\/[^\s<>"]+$/.test(piece)) return link(piece, piece);
      return escapeHtml(piece).replaceAll('\n', '<br>');
    })
    .join('');
}

function footer({ fields, letterhead, variant }: Letter): string {
  const say = frameWords(variant);
  const legal = [
    letterhead.imprintUrl ? [letterhead.imprintUrl, say('imprint')] : [],
    letterhead.privacyUrl ? [letterhead.privacyUrl, say('privacy')] : [],
  ].flatMap(([url, label]) =>
    url && label
      ? [`<a href="${escapeHtml(url)}" class="quiet" style="color:#4b5563;text-decoration:underline;">${escapeHtml(label)}</a>`]
      : [],
  );
  const automatic = say(letterhead.takesReplies ? 'automaticOnly' : 'automatic', { sender: fields.sender ?? '' });
  const own = letterhead.footer ? [`${escapeHtml(letterhead.footer).replaceAll('\n', '<br>')}<br>`] : [];
  return [...own, escapeHtml(automatic), ...(legal.length ? [legal.join(' &nbsp;·&nbsp; ')] : [])].join('<br>');
}

const styleSheet = ({ linkOnDark }: Palette): string => `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.around{padding:0!important}.card{border-radius:0!important}.inside{padding-left:20px!important;padding-right:20px!important}.button{width:100%!important}.button-link{display:block!important}.fact-label,.fact{display:block!important;padding-right:0!important}.fact-label{padding-bottom:0!important}.fact{padding-top:0!important}}
@media (prefers-color-scheme:dark){.ground{background-color:#0f1420!important}.card{background-color:#1b2130!important}.box{background-color:#262e40!important}.ink{color:#f3f4f6!important}.quiet{color:#c2c9d6!important}.link{color:${linkOnDark}!important}.notes{border-color:#3b4559!important}}
[data-ogsc] .ink{color:#f3f4f6!important}[data-ogsc] .quiet{color:#c2c9d6!important}[data-ogsc] .link{color:${linkOnDark}!important}
[data-ogsb] .ground{background-color:#0f1420!important}[data-ogsb] .card{background-color:#1b2130!important}[data-ogsb] .box{background-color:#262e40!important}`;

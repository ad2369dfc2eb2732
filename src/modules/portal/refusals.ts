import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('portal', {
  unknown: { kind: 'missing', de: 'Dieses Portal gibt es nicht.', en: 'There is no such portal.' },
  closed: { kind: 'forbidden', de: 'Dieses Portal ist zurzeit abgeschaltet.', en: 'This portal is switched off at the moment.' },
  'malformed-slug': {
    kind: 'invalid',
    de: 'Möglich sind kleine Buchstaben von a bis z, Ziffern und Bindestriche, zum Beispiel „installateure“.',
    en: 'Possible are small letters from a to z, digits and hyphens, such as “installers”.',
  },
  'reserved-slug': {
    kind: 'invalid',
    de: 'Unter „/{slug}/“ liegt eine Seite des Servers selbst. Bitte eine andere Adresse für das Portal wählen.',
    en: 'A page of the server itself is at “/{slug}/”. Please choose another address for the portal.',
  },
  'slug-taken': {
    kind: 'conflict',
    de: 'Diese Adresse hat schon ein anderes Portal, oder es hatte sie früher: Links in älteren E-Mails führen dorthin. Bitte eine andere wählen.',
    en: 'Another portal has this address or had it before: links in older e-mails lead there. Please choose another one.',
  },
  'reserved-area': {
    kind: 'invalid',
    de: '„{key}“ heißt schon eine Seite des Portals selbst. Bitte einen anderen Schlüssel für den Bereich wählen.',
    en: 'A page of the portal itself is called “{key}”. Please choose another key for the area.',
  },
  'unknown-time-zone': {
    kind: 'invalid',
    de: 'Diese Zeitzone gibt es nicht. Beispiel: Europe/Berlin.',
    en: 'There is no such time zone. Example: Europe/Berlin.',
  },
  'is-default': {
    kind: 'conflict',
    de: 'Das Standardportal kann nicht gelöscht werden. Bitte zuerst ein anderes zum Standard machen.',
    en: 'The default portal cannot be deleted. Please make another one the default first.',
  },
  'had-access': {
    kind: 'conflict',
    de: 'Zu diesem Portal hat oder hatte jemand einen Zugang; sein Verlauf bliebe ohne Portal. Es kann abgeschaltet, aber nicht gelöscht werden.',
    en: 'Somebody has or had access to this portal; their history would be left without it. It can be switched off, but not deleted.',
  },
  'malformed-key': {
    kind: 'invalid',
    de: 'Möglich sind kleine Buchstaben von a bis z, Ziffern und Bindestriche, höchstens 63 Zeichen.',
    en: 'Possible are small letters from a to z, digits and hyphens, at most 63 characters.',
  },
  'unknown-area': {
    kind: 'invalid',
    de: 'Einen dieser Bereiche gibt es in diesem Portal nicht.',
    en: 'One of these areas does not exist in this portal.',
  },
  'no-such-area': { kind: 'missing', de: 'Diesen Bereich gibt es nicht.', en: 'There is no such area.' },
  'area-key-taken': {
    kind: 'conflict',
    de: 'Diesen Schlüssel hat schon ein anderer Bereich dieses Portals.',
    en: 'Another area of this portal already has this key.',
  },
  'other-areas': {
    kind: 'conflict',
    de: 'Die Reihenfolge nennt nicht genau die Bereiche dieses Portals. Bitte neu laden und noch einmal versuchen.',
    en: 'The order does not name exactly the areas of this portal. Please load the page again and try once more.',
  },
  'too-many': { kind: 'conflict', de: 'Mehr als {most} sind nicht möglich.', en: 'More than {most} are not possible.' },
  'unknown-role': {
    kind: 'invalid',
    de: 'Diese Rolle gibt es in diesem Portal nicht.',
    en: 'This role does not exist in this portal.',
  },
  'no-such-role': { kind: 'missing', de: 'Diese Rolle gibt es nicht.', en: 'There is no such role.' },
  'role-key-taken': {
    kind: 'conflict',
    de: 'Diesen Schlüssel hat schon eine andere Rolle dieses Portals.',
    en: 'Another role of this portal already has this key.',
  },
  'fixed-role': {
    kind: 'conflict',
    de: 'Diese Rolle hat jedes Portal. Sie kann umbenannt, aber nicht entfernt werden.',
    en: 'Every portal has this role. It can be renamed, but not removed.',
  },
  'role-in-use': {
    kind: 'conflict',
    de: 'Diese Rolle haben noch Zugänge ({count}). Bitte ihnen zuerst eine andere geben.',
    en: 'This role is still in use ({count}). Please give these accesses another one first.',
  },
  'identifier-needed': {
    kind: 'invalid',
    de: 'Bitte auswählen, woran eine Person erkannt wird.',
    en: 'Please choose what a person is recognised by.',
  },
  'no-domain': {
    kind: 'invalid',
    de: '„{domain}“ ist keine Domain. Beispiel: firma.de.',
    en: '“{domain}” is not a domain. Example: company.com.',
  },
  'domain-on-both-lists': {
    kind: 'invalid',
    de: '„{domain}“ steht unter den erlaubten und unter den abgelehnten Domains.',
    en: '“{domain}” is among the allowed and among the refused domains.',
  },
  'no-notice-address': {
    kind: 'invalid',
    de: '„{address}“ ist keine gültige E-Mail-Adresse.',
    en: '“{address}” is not a valid e-mail address.',
  },
  'consent-twice': {
    kind: 'invalid',
    de: 'Der Schlüssel „{key}“ kommt bei den Einwilligungen zweimal vor.',
    en: 'The key “{key}” appears twice among the consents.',
  },
});

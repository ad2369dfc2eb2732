import { definePhrases } from '../../../platform/phrases.ts';

export const reminderPhrases = definePhrases({
  mail: { de: 'E-Mail', en: 'E-mail' },
  reminders: { de: 'Erinnerungen', en: 'Reminders' },
  intro: {
    de: 'Wer eingeladen ist und noch kein Passwort festgelegt hat, bekommt eine Erinnerung mit einem neuen Link. Sie endet von selbst, sobald das Passwort festgelegt oder der Zugang gesperrt ist.',
    en: 'Whoever was invited and has not set a password yet gets a reminder with a new link. This ends by itself once the password is set or the access is blocked.',
  },
  active: { de: 'Offene Einladungen in Erinnerung bringen', en: 'Remind people of open invitations' },
  days: { de: 'Tage nach der Einladung', en: 'Days after the invitation' },
  daysNote: { de: 'Eine bis zehn Zahlen von 1 bis 90.', en: 'One to ten numbers from 1 to 90.' },
  removeDay: { de: 'Tag {day} entfernen', en: 'Remove day {day}' },
  addDay: { de: 'Tag hinzufügen', en: 'Add a day' },
  add: { de: 'Hinzufügen', en: 'Add' },
  dayFault: { de: 'Bitte eine ganze Zahl von 1 bis 90 eingeben.', en: 'Please enter a whole number from 1 to 90.' },
  dayThere: { de: 'Dieser Tag steht schon da.', en: 'This day is there already.' },
  daysFull: { de: 'Mehr als zehn Tage sind nicht möglich.', en: 'More than ten days are not possible.' },
  day: { de: '{day}. Tag', en: 'Day {day}' },
  fromTime: { de: 'Von', en: 'From' },
  toTime: { de: 'Bis', en: 'To' },
  weekend: { de: 'Auch an Samstagen und Sonntagen', en: 'On Saturdays and Sundays as well' },
  zoneNote: {
    de: 'Tage und Uhrzeiten gelten in der Zeitzone des Portals, zu dem eingeladen wurde. Was auf ein Wochenende fällt, geht am Montag hinaus.',
    en: 'Days and times count in the time zone of the portal that the invitation is for. What falls on a weekend leaves on Monday.',
  },
  zoneNoteWeekend: {
    de: 'Tage und Uhrzeiten gelten in der Zeitzone des Portals, zu dem eingeladen wurde.',
    en: 'Days and times count in the time zone of the portal that the invitation is for.',
  },
  wording: { de: 'Wortlaut der Erinnerung ansehen', en: 'See the wording of the reminder' },
  off: {
    de: 'Erinnerungen sind ausgeschaltet: Niemand wird an eine offene Einladung erinnert.',
    en: 'Reminders are switched off: nobody is reminded of an open invitation.',
  },
  yes: { de: 'ja', en: 'yes' },
  no: { de: 'nein', en: 'no' },
  saved: {
    de: 'Gespeichert. Es gilt ab sofort, auch für frühere Einladungen.',
    en: 'Saved. It counts from now on, also for earlier invitations.',
  },
  mayNotEdit: { de: 'Nur Administratoren können das ändern.', en: 'Only administrators can change this.' },
});

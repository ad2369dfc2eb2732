import { expect, test } from 'vitest';
import { say } from '../../../platform/phrases.ts';
import { pauseEndOf, pauseEndWords } from './check-words.ts';

const ends = (cause: Parameters<typeof pauseEndOf>[0]) => say(pauseEndWords[pauseEndOf(cause)], 'de');

test('what ends a pause is said by its cause: a wrong password does not mend itself by the server answering', () => {
  expect(ends('auth-failed')).toContain('sobald die Anmeldung beim Mailserver gelingt');
  expect(ends('password-unreadable')).toContain('sobald das Passwort neu eingetragen ist');
  expect(ends('certificate-expired')).toContain('sichere Verbindung');
  expect(ends('program-failed')).toContain('Sendmail-Programm');
  expect(ends('host-unreachable')).toContain('sobald der Mailserver wieder E-Mails annimmt');
});

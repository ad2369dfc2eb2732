import { displayAddress } from '../../../platform/address.ts';
import { formatInstant } from '../../../platform/instant.ts';
import { say, type Variant } from '../../../platform/phrases.ts';
import type { Outcome, TransportCause } from '../mail.ts';
import { causePhrases, pausePhrase } from '../phrases.ts';
import { fineWords, pauseEndOf, pauseEndWords, relayRemedy, remedyWords, sendingWords, takenWords } from './check-words.ts';
import type { MailCheckView, MailSettingView, MailTestView } from './contract.ts';
import type { Finding, Subject } from './examine.ts';
import type { LocalWays } from './local-ways.ts';
import { letterTextNames, type StoredSetting, type Transport } from './setting-store.ts';

/** What a presentation needs besides the settings themselves. */
export type SettingViewing = {
  variant: Variant;
  timeZone: string;
  waiting: number;
  administrator: boolean;
  local: LocalWays;
  /** Whether a mail has left since the last check. */
  sentSinceCheck: boolean;
};

/** Never the password; the user name, which is half a credential, only for administrators. */
export function presentSetting(setting: StoredSetting, viewing: SettingViewing): MailSettingView {
  const { variant, timeZone, administrator, local } = viewing;
  const pause = presentPause(setting, { variant, timeZone });
  const texts = Object.fromEntries(letterTextNames.map((name) => [name, setting[name]])) as Pick<
    StoredSetting,
    (typeof letterTextNames)[number]
  >;
  return {
    transport: setting.transport,
    host: setting.host,
    port: setting.port,
    encryption: setting.encryption,
    userName: administrator ? setting.userName : null,
    hasPassword: setting.sealedPassword !== null,
    senderName: setting.senderName,
    senderAddress: setting.senderAddress,
    replyTo: setting.replyTo,
    bcc: setting.bcc,
    ...texts,
    fromEnvironment: setting.fromEnvironment,
    local: { sendmailPath: local.sendmailPath, relay: local.relay.host },
    sending: presentSending(setting, pause, viewing),
    pause,
    waiting: viewing.waiting,
    lastCheck: presentLastCheck(setting, viewing),
    version: setting.version,
    allowed: administrator ? ['edit', 'check'] : [],
  };
}

/** Since when the transport as a whole does not work, and why; `null` while it does. */
export function presentPause(
  { pausedSince, pausedUntil, pauseCause, pauseAnswer }: Transport,
  { variant, timeZone }: Pick<SettingViewing, 'variant' | 'timeZone'>,
): MailSettingView['pause'] {
  if (!pausedSince) return null;
  const since = formatInstant(pausedSince, timeZone, variant, { zone: false });
  const cause = pauseCause ? say(causePhrases[pauseCause], variant) : '';
  return {
    since: pausedSince.toISOString(),
    nextTryAt: (pausedUntil ?? pausedSince).toISOString(),
    sentence: say(pausePhrase, variant, { since, cause }),
    cause,
    ends: say(pauseEndWords[pauseCause ? pauseEndOf(pauseCause) : 'server'], variant),
    answer: pauseAnswer,
  };
}

/** A check that failed counts until a mail has left in spite of it. */
function presentSending(
  { transport, checkIsCurrent, checkCause }: Transport,
  pause: MailSettingView['pause'],
  { variant, sentSinceCheck }: SettingViewing,
): MailSettingView['sending'] {
  if (transport === 'none' || transport === 'test-mailbox') return { state: transport, sentence: say(sendingWords[transport], variant) };
  if (pause) return { state: 'paused', sentence: pause.sentence };
  if (checkIsCurrent && checkCause && !sentSinceCheck)
    return { state: 'failing', sentence: say(sendingWords.failing, variant, { cause: say(causePhrases[checkCause], variant) }) };
  return { state: 'ready', sentence: '' };
}

function presentLastCheck(setting: StoredSetting, { variant, local }: SettingViewing): MailSettingView['lastCheck'] {
  const { checkedAt, checkTransport, checkHost, checkPort, checkCause, checkTls, checkIsCurrent, senderAddress } = setting;
  if (!checkedAt || !checkTransport) return null;
  const words = { code: setting.checkCode, enhancedCode: setting.checkEnhancedCode, answer: setting.checkAnswer };
  const place = { transport: checkTransport, host: checkHost, port: checkPort, sender: senderAddress };
  return {
    ...presentFinding({ cause: checkCause, tls: checkTls, ...words }, place, { variant, local }),
    at: checkedAt.toISOString(),
    isCurrent: checkIsCurrent,
  };
}

type Place = { transport: Subject['transport']; host: string | null; port: number | null; sender: string };
type Speaking = Pick<SettingViewing, 'variant' | 'local'>;

export const placeOf = ({ transport, target }: Subject, sender: string): Place => ({
  transport,
  host: target?.host ?? null,
  port: target?.port ?? null,
  sender,
});

/** What a check found, in words and in the server's. */
export function presentFinding(
  { cause, tls, code, enhancedCode, answer }: Finding,
  { transport, host, port, sender }: Place,
  { variant, local }: Speaking,
): MailCheckView {
  const fine = { host: host ?? '', sender: displayAddress(sender), program: local.sendmailPath };
  return {
    transport,
    result: resultOf(cause),
    cause,
    sentence: cause ? say(causePhrases[cause], variant) : say(fineWords[transport], variant, fine),
    remedy: remedyOf(cause, { transport, variant }),
    host,
    port,
    tls,
    code,
    enhancedCode,
    answer,
  };
}

/** What became of a test mail. */
export function presentTest(
  outcome: Outcome & { tls: string | null },
  { to, ...place }: Place & { to: string },
  { variant, local }: Speaking,
): MailTestView {
  const { tls, code, enhancedCode, answer } = outcome;
  const words = { tls, code, enhancedCode, answer };
  const cause = outcome.kind === 'accepted' ? null : outcome.cause;
  const known = outcome.kind === 'transport-failed' ? outcome.cause : null;
  const finding = presentFinding({ cause: known, ...words }, place, { variant, local });
  const taken = place.transport === 'test-mailbox' || place.transport === 'sendmail' ? takenWords[place.transport] : takenWords.smtp;
  return {
    ...finding,
    to,
    accepted: outcome.kind === 'accepted',
    result: outcome.kind === 'transport-failed' ? finding.result : (cause ?? 'ok'),
    cause,
    sentence: cause ? say(causePhrases[cause], variant) : say(taken, variant, { to: displayAddress(to), host: place.host ?? '' }),
    remedy: remedyOf(cause, { transport: place.transport, variant }),
  };
}

/** The server of „Mail“ is the operator's to set: whoever reads this has no field for it. */
function remedyOf(
  cause: keyof typeof remedyWords | null,
  { transport, variant }: { transport: Subject['transport']; variant: Variant },
): string | null {
  if (!cause) return null;
  if (transport === 'mail' && !isAboutMail.includes(cause)) return say(relayRemedy, variant);
  const phrase = remedyWords[cause];
  return phrase ? say(phrase, variant) : null;
}

const isAboutMail: readonly string[] = ['sender-refused', 'recipient-refused', 'content-refused', 'server-deferred', 'unavailable'];

const ofTls = ['tls-failed', 'no-starttls', 'certificate-invalid', 'certificate-expired', 'certificate-name', 'certificate-self-signed'];

/** The causes of TLS have one result in common. */
const resultOf = (cause: TransportCause | null): string => {
  if (!cause) return 'ok';
  return ofTls.includes(cause) ? 'tls-failed' : cause;
};

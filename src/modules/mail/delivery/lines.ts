import { passwordContext } from '../setting/mail-setting.ts';
import { noAnswer } from './answer.ts';
import type { DeskSetting, DeskTools } from './desk.ts';
import { type LineFailure, openLine, type SmtpLine, type SmtpTarget } from './smtp-line.ts';

/** The connections of one desk: opened when needed, used again, closed after a while of rest. */
export type Lines = {
  /** Makes sure that the server can be reached before any mail is claimed. */
  prepare(): Promise<LineFailure | undefined>;
  /** `'none'`: no line could be opened, but others are at work, so the server is not away. */
  take(): Promise<SmtpLine | LineFailure | 'none'>;
  giveBack(line: SmtpLine): void;
  /** Ends the connections that nobody uses after a while. */
  rest(): void;
  /** Ends all connections now. A mail on its way gets no answer any more. */
  breakOff(): void;
};

export function createLines(setting: DeskSetting, { vault, smtp }: DeskTools): Lines {
  const idle: SmtpLine[] = [];
  const taken = new Set<SmtpLine>();
  let resting: NodeJS.Timeout | undefined;

  async function open(): Promise<SmtpLine | LineFailure> {
    const target = targetOf();
    if ('failure' in target) return target;
    return openLine(target, smtp.limits, smtp.trustedCertificates ? { trustedCertificates: smtp.trustedCertificates } : {});
  }

  function targetOf(): SmtpTarget | LineFailure {
    const { host, port, encryption, userName, sealedPassword, workspaceId } = setting;
    if (!host || !port || !encryption) return { failure: 'host-unknown', ...noAnswer };
    try {
      return { host, port, encryption, userName, password: sealedPassword && vault.open(sealedPassword, passwordContext(workspaceId)) };
    } catch {
      return { failure: 'password-unreadable', ...noAnswer };
    }
  }

  function pick(): SmtpLine | undefined {
    clearTimeout(resting);
    for (let line = idle.pop(); line; line = idle.pop()) {
      if (line.isUsable()) return line;
      line.close();
    }
    return undefined;
  }

  const closeIdle = () => {
    for (const line of idle.splice(0)) line.close();
  };

  return {
    async prepare() {
      const line = pick() ?? (await open());
      if ('failure' in line) return taken.size ? undefined : line;
      idle.push(line);
      return undefined;
    },
    async take() {
      const line = pick() ?? (await open());
      if ('failure' in line) return taken.size || idle.length ? 'none' : line;
      taken.add(line);
      return line;
    },
    giveBack(line) {
      taken.delete(line);
      if (line.isUsable()) idle.push(line);
      else line.close();
    },
    rest() {
      clearTimeout(resting);
      resting = setTimeout(closeIdle, smtp.idle).unref();
    },
    breakOff() {
      clearTimeout(resting);
      closeIdle();
      for (const line of taken) line.close();
    },
  };
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { getuid } from 'node:process';
import { notOurs, notPossibleHere } from './complaint.ts';

/** The user that PostgreSQL runs as. */
export type Identity = { name: string; uid: number; gid: number };

/**
 * Whom PostgreSQL must run as: `undefined` means as ourselves. PostgreSQL refuses to run as root, so there it takes the owner of an existing
 * cluster, else the user `postgres`, else `nobody`. Other programs of that user could then reach the cluster: `postgres` is the better choice.
 */
export function chooseIdentity({ cluster, ownUid, passwd }: { cluster: string; ownUid?: number; passwd?: string }): Identity | undefined {
  const uid = ownUid ?? getuid?.() ?? -1;
  const owner = existsSync(cluster) ? statSync(cluster).uid : undefined;
  if (uid !== 0) {
    if (ownUid === undefined) mustHaveName();
    if (owner !== undefined && owner !== uid) throw notOurs(cluster);
    return undefined;
  }
  const users = readUsers(passwd ?? readFileSync('/etc/passwd', 'utf8'));
  const chosen =
    users.find((user) => owner !== undefined && owner !== 0 && user.uid === owner) ??
    users.find((user) => user.name === 'postgres' && user.uid !== 0) ??
    users.find((user) => user.name === 'nobody' && user.uid !== 0);
  if (!chosen) {
    throw notPossibleHere({
      de: 'Pforte läuft als root, und es gibt weder den Benutzer „postgres“ noch „nobody“, als der PostgreSQL laufen könnte.',
      en: 'Pforte runs as root, and there is neither a user “postgres” nor “nobody” that PostgreSQL could run as.',
    });
  }
  return chosen;
}

/** initdb asks the system for the name of its user and gives up without one, as with `docker run --user 12345`. */
function mustHaveName(): void {
  try {
    userInfo();
  } catch (error) {
    throw notPossibleHere(
      {
        de: 'Der Benutzer, als der Pforte läuft, hat keinen Eintrag in /etc/passwd.',
        en: 'The user that Pforte runs as has no entry in /etc/passwd.',
      },
      error,
    );
  }
}

const readUsers = (passwd: string): Identity[] =>
  passwd
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));

/** Whether a user may read a file or enter a directory, and enter every directory above it. Judged by the mode bits alone. */
export function canReach(path: string, { uid, gid }: Identity, need: 'read' | 'enter' = 'enter'): boolean {
  const { mode, uid: owner, gid: group } = statSync(path);
  const shift = owner === uid ? 6 : group === gid ? 3 : 0;
  const wanted = need === 'read' ? 4 : 1;
  if (((mode >> shift) & wanted) === 0) return false;
  const above = dirname(path);
  return above === path || canReach(above, { name: '', uid, gid });
}

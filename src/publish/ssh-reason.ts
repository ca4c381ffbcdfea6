/** Why a command on another machine failed, in words that say what to do, from what ssh and rsync print. Pure. */

interface KnownReason {
  readonly pattern: RegExp;
  readonly explain: (host: string) => string;
}

/** The first that fits is said: ssh's own words come before those of the programs behind it. */
const reasons: readonly KnownReason[] = [
  {
    pattern: /REMOTE HOST IDENTIFICATION HAS CHANGED/u,
    explain: (host) =>
      `the key of ${host} is another one than before. Ask who looks after it; if that is right, type  ssh-keygen -R ${host}  and log in once`,
  },
  {
    pattern: /host key verification failed/iu,
    explain: (host) =>
      `the key of ${host} is not known here. Log in once and compare it:  ssh ${host} true  In CI, write the line of  ssh-keyscan ${host}  into ~/.ssh/known_hosts, after comparing it too`,
  },
  {
    pattern: /permission denied \([\w,-]+\)/iu,
    explain: (host) =>
      `${host} refuses the key. Add the public one to ~/.ssh/authorized_keys there, and see whether this works:  ssh -o BatchMode=yes ${host} true`,
  },
  {
    pattern: /could not resolve hostname/iu,
    explain: (host) =>
      `there is no host of the name ${host}. Correct the address, or the Host in ~/.ssh/config`,
  },
  {
    pattern: /connection (?:refused|timed out)|no route to host|network is unreachable/iu,
    explain: (host) => `${host} does not answer. See whether this works:  ssh ${host} true`,
  },
  {
    pattern: /no space left on device|disk quota exceeded/iu,
    explain: (host) => `the disk of ${host} is full`,
  },
  {
    pattern: /rsync: (?:command )?not found/u,
    explain: (host) => `there is no program "rsync" on ${host}; install it there`,
  },
];

/** @param said all that was printed as errors */
export function sshReason(said: string, host: string): string {
  const known = reasons.find(({ pattern }) => pattern.test(said));
  if (known !== undefined) return known.explain(host);
  const lines = said.replaceAll('\r', '\n').split('\n');
  const last = lines.map((line) => line.trim()).filter((line) => line !== '');
  return last.slice(-3).join(' ').replace(/\.+$/u, '');
}

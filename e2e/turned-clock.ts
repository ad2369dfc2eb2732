// Preloaded into a server under test: its clock starts at PFORTE_TEST_CLOCK and is turned by messages, so that a story needs no 48 hours.
import { isServerProcess } from './server-process.ts';

if (isServerProcess) turnClock();

function turnClock(): void {
  const real = Date;
  const start = process.env.PFORTE_TEST_CLOCK;
  let ahead = start ? real.parse(start) - real.now() : 0;
  const now = () => real.now() + ahead;

  globalThis.Date = new Proxy(real, {
    construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [now()], target),
    apply: () => new real(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });

  process.on('message', (message) => {
    if (typeof message !== 'object' || message === null || !('turn' in message)) return;
    ahead += Number(message.turn);
    process.send?.({ turned: true });
  });
  process.channel?.unref();
}

// Imported first by every command, so that an old Node.js gets a sentence and not a stack trace.
const major = Number(process.versions.node.split('.')[0]);

if (major < 20) {
  process.stderr.write(
    `Pforte needs Node.js 20 or newer to start, this is ${process.version}: install a current one from https://nodejs.org or your distribution.\n` +
      `Pforte braucht zum Starten Node.js 20 oder neuer, dies ist ${process.version}: bitte ein aktuelles von https://nodejs.org oder aus der Distribution installieren.\n`,
  );
  process.exit(1);
}

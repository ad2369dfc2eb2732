// Pages work without this file.

// Shows and hides passwords.
for (const button of document.querySelectorAll('[data-reveal]')) {
  const field = document.getElementById(button.dataset.reveal);
  const labels = { password: button.textContent, text: button.dataset.hide };
  const turn = (type) => {
    field.type = type;
    button.textContent = labels[type];
  };
  button.hidden = false;
  button.addEventListener('click', () => turn(field.type === 'password' ? 'text' : 'password'));
  // Sent as a password, so that browsers offer to keep it and do not list it among what was typed before.
  field.form.addEventListener('submit', () => turn('password'));
}

// Counts down how long somebody may still act as another person; the page that follows says that it is over.
for (const timer of document.querySelectorAll('[data-seconds]')) {
  const end = performance.now() + Number(timer.dataset.seconds) * 1000;
  const ticking = setInterval(() => {
    const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    timer.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    if (left > 0) return;
    clearInterval(ticking);
    location.reload();
  }, 1000);
}

// Answers the check against robots while somebody types; the server takes the form without it too, only less often.
for (const field of document.querySelectorAll('[data-proof]')) {
  if (!globalThis.crypto?.subtle) continue;
  const { algorithm, challenge, maxnumber, salt, signature } = JSON.parse(field.dataset.proof);
  const start = Number.parseInt(challenge.slice(0, 8), 16);
  const atOnce = 256;
  const digestOf = (number) => crypto.subtle.digest(algorithm, new TextEncoder().encode(salt + number));
  const hexOf = (digest) => Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const isIt = (digest) => new DataView(digest).getUint32(0) === start && hexOf(digest) === challenge;
  const search = async () => {
    for (let first = 0; first <= maxnumber; first += atOnce) {
      const digests = await Promise.all(Array.from({ length: atOnce }, (_, index) => digestOf(first + index)));
      const found = digests.findIndex(isIt);
      if (found < 0) continue;
      field.value = btoa(JSON.stringify({ algorithm, challenge, number: first + found, salt, signature }));
      return;
    }
  };
  let searching;
  const begin = () => (searching ??= search());
  field.form.addEventListener('focusin', begin, { once: true });
  field.form.addEventListener('submit', async (event) => {
    if (field.value) return;
    event.preventDefault();
    if (event.submitter) event.submitter.textContent = field.dataset.wait;
    await begin().catch(() => {});
    field.form.submit();
  });
}

// Shows and hides passwords. Pages work without this file.
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

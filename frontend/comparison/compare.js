import { redraw, redrawOnChange } from 'tare/comparison/redraw.js';
import { openInPanel } from 'tare/site/panel.js';

const panel = document.getElementById('working-panel');

openInPanel(panel, 'a.fig');
redrawOnChange(panel, decorate);
decorate();

/* A scenario chosen is a question already: the button is for those without script. */
document.addEventListener('change', (event) => {
  const form = event.target.form;
  if (form?.id === 'compare-form') {
    const fields = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    redraw(`${form.getAttribute('action')}?${fields}`);
  }
});

document.addEventListener('click', async (event) => {
  const link = event.target.closest('a.copy-link');
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  await navigator.clipboard.writeText(link.href);
  link.textContent = link.dataset.copied;
});

function decorate() {
  document.querySelector('.weigh').hidden = true;
}

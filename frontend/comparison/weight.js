import { drawBars } from 'tare/comparison/bars.js';
import { openInPanel } from 'tare/site/panel.js';

openInPanel(document.getElementById('working-panel'), 'a.fig');

/* A choice in a pair is an answer already: the button is for those without script. */
for (const form of document.querySelectorAll('form.pair')) {
  form.querySelector('button').hidden = true;
  form.addEventListener('change', () => form.requestSubmit());
}

drawBars(document.getElementById('bars'), document.getElementById('bars-table'));

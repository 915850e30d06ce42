import { drawBars } from 'tare/comparison/bars.js';
import { redraw, redrawOnChange } from 'tare/comparison/redraw.js';
import { openInPanel, show } from 'tare/site/panel.js';

const panel = document.getElementById('working-panel');
let undraw = decorate();

openInPanel(panel, 'a.fig, a.search');
redrawOnChange(panel, () => {
  undraw();
  undraw = decorate();
});

/* A search in the panel stays there. */
panel.addEventListener('submit', (event) => {
  if (event.target.matches('form.search')) {
    event.preventDefault();
    show(panel, `${event.target.action}?${new URLSearchParams(new FormData(event.target))}`);
  }
});

/** What script adds to the page as the server wrote it; gives what takes it away. */
function decorate() {
  /* A choice in a pair is an answer already: the button is for those without script. */
  for (const form of document.querySelectorAll('form.pair')) {
    form.querySelector('button').hidden = true;
    form.addEventListener('change', () => redraw(`${form.getAttribute('action').split('#')[0]}?${new URLSearchParams(new FormData(form))}`));
  }
  return drawBars(document.getElementById('bars'), document.getElementById('bars-table'));
}

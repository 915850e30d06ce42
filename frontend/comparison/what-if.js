import { redraw } from 'tare/comparison/redraw.js';
import { openInPanel, show, without } from 'tare/site/panel.js';

/* Where in the chain of states this page is: the browser's own history is the memory, so that its way back works too. */
const DEEPEST = `tare.what-if.${location.pathname}`;
const panel = document.getElementById('working-panel');
let find = '';
let dragged = [];

if (history.state?.step === undefined) {
  history.replaceState({ ...history.state, step: 0 }, '');
  sessionStorage.setItem(DEEPEST, '0');
}
decorate();
openInPanel(panel, 'a.fig');

addEventListener('popstate', () => follow(location.href, false));
addEventListener('submit', onSubmit);
addEventListener('click', onClick);
addEventListener('keydown', onKey);
addEventListener('change', onChange);
addEventListener('input', (event) => { if (event.target.id === 'find') { find = event.target.value; sift(); } });
addEventListener('dragstart', onDragStart);
addEventListener('dragend', () => drop(undefined));
addEventListener('dragover', onDragOver);
addEventListener('drop', onDrop);

/** Puts another state in the place of this one; what was done is said with what came of it. */
async function follow(address, remember = true, did = '') {
  const response = await redraw(address, false);
  if (remember && response?.ok) {
    const step = history.state.step + 1;
    const next = without(response.url, 'fragment');
    if (next !== location.href) history.pushState({ step }, '', next);
    sessionStorage.setItem(DEEPEST, String(history.state.step));
  }
  decorate();
  const voice = document.getElementById('redrawn');
  if (voice && did) voice.textContent = `${did} ${voice.textContent}`;
  return response;
}

function decorate() {
  for (const button of document.querySelectorAll('#content [data-plain]')) button.hidden = true;
  for (const hidden of document.querySelectorAll('.moves .sifting, .board .new-unit')) hidden.hidden = false;
  const input = document.getElementById('find');
  if (input) input.value = find;
  const step = history.state?.step ?? 0;
  const deepest = Number(sessionStorage.getItem(DEEPEST) ?? 0);
  arm('undo', step > 0);
  arm('redo', step < deepest);
  sift();
  draw();
}

/** The graph follows as a picture of its own, so that the figures need not wait for it. */
async function draw() {
  const holder = document.getElementById('calls');
  if (!holder) return;
  const response = await fetch(holder.dataset.picture);
  if (!response.ok || !holder.isConnected) return;
  const drawing = new DOMParser().parseFromString(await response.text(), 'image/svg+xml').documentElement;
  if (drawing.localName === 'svg') holder.replaceChildren(document.importNode(drawing, true));
}

function arm(id, able) {
  const button = document.getElementById(id);
  button.hidden = false;
  button.disabled = !able;
}

/** Only what holds the word; a unit stands as long as its name or one of its services does. */
function sift() {
  const word = find.trim().toLowerCase();
  for (const unit of document.querySelectorAll('.board .unit:not(.new-unit)')) {
    const named = (unit.dataset.name ?? '').toLowerCase().includes(word);
    let any = false;
    for (const chip of unit.querySelectorAll('.chip')) {
      const fits = named || chip.querySelector('input').value.toLowerCase().includes(word);
      chip.hidden = word !== '' && !fits;
      any ||= fits;
    }
    unit.hidden = word !== '' && !any && !named;
    const fold = unit.matches('details') ? unit : unit.querySelector('details');
    if (fold && word !== '' && any) fold.open = true;
  }
}

function onSubmit(event) {
  const form = event.target;
  if (!form.matches('form.inplace, form.now')) return;
  event.preventDefault();
  if (event.submitter?.name === 'pick') {
    pick(form, event.submitter);
    return;
  }
  const fields = new FormData(form, event.submitter);
  if (panel.open) panel.close();
  follow(`${form.action}?${new URLSearchParams(fields)}`, true, told(fields, event.submitter));
}

async function pick(form, button) {
  const fields = new FormData(form, button);
  fields.delete('service');
  await show(panel, `${form.action}/service?${new URLSearchParams(fields)}`);
  panel.querySelector('.panel-bar a')?.remove();
}

function told(fields, button) {
  const services = fields.getAll('service');
  const moved = services.length === 1 ? services[0] : `${services.length} services`;
  if (button?.name === 'do' || button?.name === 'into') {
    const to = button.name === 'into' ? fields.get('into') : fields.get('to');
    return services.length === 0 ? 'No service is ticked.' : `Moved ${moved} to ${to.replace(/^(unit|service):/, '$1 ').replace('alone', 'a unit of its own').replace(/^new$/, 'a new unit')}.`;
  }
  return button?.name === 'split' ? `Split ${fields.get('split')}.` : '';
}

function onClick(event) {
  const link = event.target.closest('a.go');
  if (link && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    follow(link.href);
  }
  if (event.target.id === 'undo') history.back();
  if (event.target.id === 'redo') history.forward();
}

function onKey(event) {
  const typing = event.target.matches('input:not([type=checkbox]), textarea, select');
  if (typing || panel.open || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  const redo = key === 'y' || (key === 'z' && event.shiftKey);
  if (!redo && key !== 'z') return;
  event.preventDefault();
  const button = document.getElementById(redo ? 'redo' : 'undo');
  if (!button.disabled) button.click();
}

/** A choice in a list is an answer already. */
function onChange(event) {
  const form = event.target.closest('form.now');
  if (form) follow(`${form.action}?${new URLSearchParams(new FormData(form))}`);
}

/** What is dragged is the service, or all that are ticked where it is one of them. */
function onDragStart(event) {
  const chip = event.target.closest?.('.board .chip');
  if (!chip) return;
  const box = chip.querySelector('input');
  const ticked = [...document.querySelectorAll('.board .chip input:checked')].map((each) => each.value);
  dragged = box.checked ? ticked : [box.value];
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', dragged.join(', '));
}

function onDragOver(event) {
  const place = target(event);
  drop(place);
  if (place) event.preventDefault();
}

function onDrop(event) {
  const place = target(event);
  if (!place) return;
  event.preventDefault();
  const form = document.getElementById('board');
  const fields = new URLSearchParams();
  for (const hidden of form.querySelectorAll('input[type=hidden]')) fields.append(hidden.name, hidden.value);
  dragged.forEach((service) => fields.append('service', service));
  fields.append('into', place.into);
  const did = told(new FormData(), undefined) || `Moved ${dragged.join(', ')}.`;
  drop(undefined);
  dragged = [];
  follow(`${form.action}?${fields}`, true, did);
}

/** A service that is by itself makes a unit with what is dropped on it. */
function target(event) {
  if (dragged.length === 0) return undefined;
  const chip = event.target.closest?.('.board .alone .chip');
  const service = chip?.querySelector('input').value;
  if (chip && !dragged.includes(service)) return { element: chip, into: `service:${service}` };
  const unit = event.target.closest?.('.board [data-into]');
  return unit ? { element: unit, into: unit.dataset.into } : undefined;
}

function drop(place) {
  document.querySelectorAll('.board .over').forEach((each) => each.classList.remove('over'));
  place?.element.classList.add('over');
}

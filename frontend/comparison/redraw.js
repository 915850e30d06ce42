import { show, without } from 'tare/site/panel.js';

let redrawn = () => {};

/**
 * Weighs again in place: links of class redraw, forms of class change and the way back. The server writes the same page
 * for those without script; here its content alone is fetched and put in the place of the old one. Focus, open folds and
 * the panel stay.
 */
export function redrawOnChange(panel, then) {
  redrawn = then;
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.redraw');
    if (link && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      redraw(link.href);
    }
  });
  document.addEventListener('submit', (event) => {
    if (event.target.matches('form.change')) {
      event.preventDefault();
      change(panel, event.target);
    }
  });
  addEventListener('popstate', () => redraw(location.href, false));
}

/** Puts the content of an address in the place of the page's; an address that is not to be had is gone to. */
export async function redraw(address, remember = true) {
  const main = document.getElementById('content');
  main.setAttribute('aria-busy', 'true');
  const url = new URL(address, location.href);
  const { hash } = url;
  url.hash = '';
  url.searchParams.set('fragment', 'true');
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok && response?.status !== 422) {
    location.assign(address);
    return undefined;
  }
  const fresh = document.createElement('template');
  fresh.innerHTML = await response.text();
  swap(main, fresh.content.querySelector('main'));
  if (remember && response.ok) history.pushState(null, '', without(response.url, 'fragment') + hash);
  main.removeAttribute('aria-busy');
  redrawn();
  say(main);
  return response;
}

/** A form in the panel is answered there first; the page follows when the figure can stand. */
async function change(panel, form) {
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  const within = panel.contains(form);
  if (!within || form.action.endsWith(location.pathname)) {
    const response = await redraw(address);
    if (within && response?.ok) panel.close();
    if (within && response?.status === 422) complain(form);
    return;
  }
  const response = await show(panel, address);
  if (response?.ok) await redraw(following(response.url));
}

/** This page with the figures another address holds. */
function following(address) {
  const here = new URL(location.href);
  here.searchParams.delete('set');
  for (const set of new URL(address).searchParams.getAll('set')) here.searchParams.append('set', set);
  return here.href;
}

function complain(form) {
  const said = document.querySelector(`#content form.change[data-key="${CSS.escape(form.dataset.key)}"] .error`);
  if (!said) return;
  const field = form.querySelector('.field');
  field.classList.add('invalid');
  field.querySelector('.error')?.remove();
  const error = said.cloneNode(true);
  error.id = 'panel-error';
  field.append(error);
  const input = field.querySelector('[name=to]');
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', 'panel-error');
}

function swap(main, fresh) {
  const open = new Map(folds(main).map(([name, fold]) => [name, fold.open]));
  const focused = main.contains(document.activeElement) ? document.activeElement.id : '';
  const panel = main.querySelector('dialog.panel');
  const held = anchor(main, focused);
  fresh.querySelector('dialog.panel')?.remove();
  for (const child of [...main.children]) if (child !== panel) child.remove();
  main.prepend(...fresh.childNodes);
  for (const [name, fold] of folds(main)) fold.open = open.get(name) ?? fold.open;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  hold(held);
}

/** Folds by what they are called, whatever figures stand there; those called alike are told apart by their order. */
function folds(main) {
  const seen = new Map();
  return [...main.querySelectorAll('details')].map((fold) => {
    const name = fold.id || (fold.querySelector('summary')?.textContent ?? '').replace(/[\d.,\s]+/g, ' ');
    seen.set(name, (seen.get(name) ?? 0) + 1);
    return [`${name} ${seen.get(name)}`, fold];
  });
}

/** What the reader looks at: the focused element, or the first row that begins in sight; and how far it was slid aside. */
function anchor(main, focused) {
  const seen = [document.getElementById(focused), ...main.querySelectorAll('tr[id], section[id], h2[id]')]
    .find((each) => each && each.getBoundingClientRect().top >= 0 && each.getBoundingClientRect().top < innerHeight);
  const slid = [...main.querySelectorAll('[role=region]')].map((region) => region.scrollLeft);
  return { id: seen?.id, top: seen?.getBoundingClientRect().top, slid };
}

/** Puts that where it was, whatever grew or shrank above it. */
function hold({ id, top, slid }) {
  document.querySelectorAll('#content [role=region]').forEach((region, i) => { region.scrollLeft = slid[i] ?? 0; });
  const now = id && document.getElementById(id);
  if (now) scrollBy({ top: now.getBoundingClientRect().top - top, behavior: 'instant' });
}

/** Those who do not see the page change hear it. */
function say(main) {
  let voice = document.getElementById('redrawn');
  if (!voice) {
    voice = document.createElement('p');
    voice.id = 'redrawn';
    voice.className = 'visually-hidden';
    voice.setAttribute('role', 'status');
    document.body.append(voice);
  }
  voice.textContent = main.querySelector('.error')?.textContent ?? `Weighed again. ${main.querySelector('h1').textContent}`;
}

/**
 * Opens links in a side panel instead of a page of their own. The server gives the same figure for both; a link opened
 * in a new tab, or without script, is the page.
 */
export function openInPanel(dialog, selector) {
  document.addEventListener('click', (event) => {
    const link = event.target.closest(selector);
    if (link && !event.defaultPrevented && isPlain(event)) {
      event.preventDefault();
      show(dialog, link.href);
    }
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
}

/**
 * Shows one address in the panel, an answer that says what was wrong with what was typed too; goes there when the panel
 * cannot have it. Gives the answer.
 */
export async function show(dialog, address) {
  const response = await fetch(`${address}${address.includes('?') ? '&' : '?'}panel=true`).catch(() => undefined);
  if (!response?.ok && response?.status !== 422) {
    location.assign(address);
    return undefined;
  }
  dialog.innerHTML = `<div class="panel-bar"><a class="button quiet small">Open as a page</a>
    <button class="button small" type="button">Close</button></div>${await response.text()}`;
  dialog.querySelector('.panel-bar a').href = without(response.url, 'panel');
  dialog.querySelector('.panel-bar button').addEventListener('click', () => dialog.close());
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  const heading = dialog.querySelector('h1, h2');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
  return response;
}

/** The same address without one of its fields. */
export function without(address, field) {
  const url = new URL(address);
  url.searchParams.delete(field);
  return url.href;
}

function isPlain(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

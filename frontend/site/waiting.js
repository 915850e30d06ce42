/* Says that a page is on its way when it takes long: after a link or a form was used, and while a part is weighed again. */

const PATIENCE = 700;
const bar = document.getElementById('waiting');
const content = document.getElementById('content');
let timer;

addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (link && plain && !event.defaultPrevented && isPage(link)) wait();
});
addEventListener('submit', (event) => {
  if (!event.defaultPrevented && !event.target.target) wait();
});
addEventListener('pageshow', done);
addEventListener('pagehide', done);
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') done();
});
if (content) {
  new MutationObserver(() => (content.hasAttribute('aria-busy') ? wait() : done())).observe(content, { attributeFilter: ['aria-busy'] });
}

/** Whether a link leads to another page of this site; what is downloaded never arrives as one. */
function isPage(link) {
  return link.origin === location.origin && !link.hasAttribute('download') && !link.target
    && !/^\/(api\/v1|v3)\/|\.(pdf|md|csv|svg|json|atom)$/.test(link.pathname)
    && (link.pathname !== location.pathname || link.search !== location.search);
}

function wait() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    bar.textContent = 'Working on it. The first look at a large estate takes some seconds.';
    bar.hidden = false;
  }, PATIENCE);
}

function done() {
  clearTimeout(timer);
  bar.hidden = true;
  bar.textContent = '';
}

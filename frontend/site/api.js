/* A link to a shape opens it. */
function openTarget() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    target.querySelector('summary').focus();
  }
}

addEventListener('hashchange', openTarget);
openTarget();

/* Writes moments in the viewer's zone and locale: <time datetime="2026-11-20T17:05:00Z">20 Nov 2026, 17:05 UTC</time>. */

const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const utc = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

localise(document);

/** Every moment below an element; for what is put into a page later. */
export function localise(root) {
  for (const time of root.querySelectorAll('time[datetime*="T"]')) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.getTime())) {
      time.textContent = whole.format(at);
      time.title = `${utc.format(at)} UTC`;
    }
  }
}

/** A day without its year, for an axis; the time of day where the axis spans less than two days. */
export function dayOf(millis, span = Infinity) {
  return (span < 2 * 86_400_000 ? clock : day).format(new Date(millis));
}

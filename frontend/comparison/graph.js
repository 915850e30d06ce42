/*
 * The graph in the hand: pan and zoom, services dragged aside, found and saved as a picture. Without script it is a picture
 * that scrolls, and every service in it leads to its page.
 */
const STEP = 1.25;
const PAN = 60;
const NEAREST = 8;
const LARGEST_PNG = 16000;

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

class Sight {
  constructor(box) {
    this.box = box;
    this.svg = box.querySelector('svg.drawing');
    this.full = { x: 0, y: 0, w: this.svg.width.baseVal.value, h: this.svg.height.baseVal.value };
    this.moved = new Map();
    box.classList.add('held');
    box.style.setProperty('height', `${this.height()}px`);
    this.tools();
    this.fit();
    box.addEventListener('wheel', event => this.wheel(event), { passive: false });
    box.addEventListener('pointerdown', event => this.down(event));
    box.addEventListener('keydown', event => this.key(event));
    this.svg.addEventListener('focusin', event => this.show(event.target.closest('.cell')));
    this.svg.addEventListener('pointerover', event => this.pick(event.target.closest('.cell')));
    this.svg.addEventListener('pointerleave', () => this.pick(null));
    const found = this.svg.querySelector('.cell.found') ?? this.target();
    if (found) this.centre(found);
  }

  target() {
    return location.hash.length > 1 ? this.svg.querySelector(`.cell${CSS.escape ? '#' + CSS.escape(location.hash.slice(1)) : ''}`) : null;
  }

  height() {
    const natural = this.full.h * Math.min(1, this.box.clientWidth / this.full.w);
    return Math.round(Math.min(Math.max(natural, 220), innerHeight * 0.82));
  }

  fit() {
    const width = this.box.clientWidth;
    const height = this.box.clientHeight;
    const scale = Math.max(this.full.w / width, this.full.h / height);
    // what would be too small to read begins at its left upper corner instead
    const held = Math.min(scale, 1.7);
    this.view = scale <= 1.7
      ? { x: (this.full.w - width * scale) / 2, y: (this.full.h - height * scale) / 2, w: width * scale, h: height * scale }
      : { x: 0, y: Math.max(0, (this.full.h - height * held) / 2), w: width * held, h: height * held };
    this.draw();
  }

  all() {
    const scale = Math.max(this.full.w / this.box.clientWidth, this.full.h / this.box.clientHeight);
    const w = this.box.clientWidth * scale;
    const h = this.box.clientHeight * scale;
    this.view = { x: (this.full.w - w) / 2, y: (this.full.h - h) / 2, w, h };
    this.draw();
  }

  draw() {
    const { x, y, w, h } = this.view;
    this.svg.setAttribute('viewBox', `${x} ${y} ${w} ${h}`);
  }

  zoom(by, atX = 0.5, atY = 0.5) {
    const w = Math.min(Math.max(this.view.w / by, this.box.clientWidth / NEAREST), this.full.w * 4 + 400);
    const ratio = w / this.view.w;
    this.view.x += this.view.w * (1 - ratio) * atX;
    this.view.y += this.view.h * (1 - ratio) * atY;
    this.view.w = w;
    this.view.h *= ratio;
    this.draw();
  }

  pan(dx, dy) {
    const scale = this.view.w / this.box.clientWidth;
    this.view.x += dx * scale;
    this.view.y += dy * scale;
    this.draw();
  }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return; // the page scrolls; with Ctrl the picture grows
    event.preventDefault();
    const at = this.box.getBoundingClientRect();
    this.zoom(event.deltaY < 0 ? STEP : 1 / STEP, (event.clientX - at.left) / at.width, (event.clientY - at.top) / at.height);
  }

  key(event) {
    const moves = { ArrowLeft: [-PAN, 0], ArrowRight: [PAN, 0], ArrowUp: [0, -PAN], ArrowDown: [0, PAN] };
    if (moves[event.key]) this.pan(...moves[event.key]);
    else if (event.key === '+' || event.key === '=') this.zoom(STEP);
    else if (event.key === '-') this.zoom(1 / STEP);
    else if (event.key === '0') this.all();
    else return;
    event.preventDefault();
  }

  down(event) {
    if (event.button !== 0) return;
    const cell = event.target.closest('.cell');
    const start = { x: event.clientX, y: event.clientY };
    let last = start;
    let far = false;
    const move = next => {
      if (!far && Math.hypot(next.clientX - start.x, next.clientY - start.y) < 4) return;
      if (!far) this.box.setPointerCapture(event.pointerId);
      far = true;
      this.box.classList.add('dragging');
      if (cell) this.drag(cell, next.clientX - last.x, next.clientY - last.y);
      else this.pan(last.x - next.clientX, last.y - next.clientY);
      last = { x: next.clientX, y: next.clientY };
    };
    const up = () => {
      this.box.removeEventListener('pointermove', move);
      this.box.classList.remove('dragging');
      if (far && cell) this.svg.addEventListener('click', stop => stop.preventDefault(), { capture: true, once: true });
    };
    if (cell) event.preventDefault();
    this.box.addEventListener('pointermove', move);
    this.box.addEventListener('pointerup', up, { once: true });
    this.box.addEventListener('pointercancel', up, { once: true });
  }

  /* A cell goes where it is dragged; its lines become straight. Where it stood is back after a reload. */
  drag(cell, dx, dy) {
    const scale = this.view.w / this.box.clientWidth;
    const by = this.moved.get(cell.dataset.at) ?? { x: 0, y: 0 };
    by.x += dx * scale;
    by.y += dy * scale;
    this.moved.set(cell.dataset.at, by);
    cell.setAttribute('transform', `translate(${by.x} ${by.y})`);
    for (const line of this.linesOf(cell)) this.straighten(line);
  }

  linesOf(cell) {
    const at = cell.dataset.at;
    return this.svg.querySelectorAll(`.line[data-from="${at}"], .line[data-to="${at}"]`);
  }

  place(at) {
    const cell = this.svg.querySelector(`.cell[data-at="${at}"]`);
    const face = cell.querySelector('.face');
    const by = this.moved.get(at) ?? { x: 0, y: 0 };
    const number = name => face[name].baseVal.value;
    return { x: number('x') + by.x, y: number('y') + by.y, w: number('width'), h: number('height') };
  }

  straighten(line) {
    const a = this.place(line.dataset.from);
    const b = this.place(line.dataset.to);
    const right = a.x + a.w / 2 <= b.x + b.w / 2;
    const from = { x: right ? a.x + a.w : a.x, y: a.y + a.h / 2 };
    const to = { x: right ? b.x : b.x + b.w, y: b.y + b.h / 2 };
    line.querySelector('.way').setAttribute('d', `M${from.x} ${from.y}L${to.x} ${to.y}`);
    const label = this.svg.querySelector(`.label[data-line="${line.id}"]`);
    if (label) {
      label.setAttribute('x', (from.x + to.x) / 2);
      label.setAttribute('y', (from.y + to.y) / 2 - 4);
    }
  }

  /* Lines of the service that is pointed at stand out. */
  pick(cell) {
    this.svg.classList.toggle('picked', Boolean(cell));
    this.svg.querySelectorAll('.near').forEach(each => each.classList.remove('near'));
    if (!cell) return;
    for (const line of this.linesOf(cell)) {
      line.classList.add('near');
      this.svg.querySelector(`.label[data-line="${line.id}"]`)?.classList.add('near');
    }
  }

  show(cell) {
    if (!cell?.dataset.at) return;
    const at = this.place(cell.dataset.at);
    const inside = at.x >= this.view.x && at.y >= this.view.y && at.x + at.w <= this.view.x + this.view.w && at.y + at.h <= this.view.y + this.view.h;
    if (!inside) this.centre(cell);
  }

  centre(cell) {
    const at = this.place(cell.dataset.at);
    const w = Math.min(this.view.w, this.box.clientWidth * 1.2);
    const h = w * this.view.h / this.view.w;
    this.view = { x: at.x + at.w / 2 - w / 2, y: at.y + at.h / 2 - h / 2, w, h };
    this.draw();
  }

  tools() {
    const bar = document.createElement('div');
    bar.className = 'sight-tools no-print';
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', 'Picture');
    const button = (text, name, act) => {
      const made = Object.assign(document.createElement('button'), { type: 'button', className: 'button small', textContent: text });
      if (name) made.setAttribute('aria-label', name);
      made.addEventListener('click', act);
      bar.append(made);
    };
    button('+', 'Larger', () => this.zoom(STEP));
    button('−', 'Smaller', () => this.zoom(1 / STEP));
    button('All of it', '', () => this.all());
    const help = document.createElement('span');
    help.textContent = 'Drag to move, Ctrl and wheel to zoom; by keyboard arrows, + and −, 0 for all.';
    bar.append(help);
    this.box.before(bar);
  }
}

/* The picture as the server draws it by itself, on a canvas of twice its size. */
async function png(figure, button) {
  button.disabled = true;
  try {
    const image = new Image();
    image.src = figure.dataset.file;
    await image.decode();
    const scale = Math.min(2, LARGEST_PNG / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth * scale, height: image.naturalHeight * scale });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fffdf9';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(done => canvas.toBlob(done, 'image/png'));
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: 'graph.png' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  } finally {
    button.disabled = false;
  }
}

const figure = document.querySelector('figure.graph');
const box = figure?.querySelector('.sight');
if (box?.querySelector('svg.drawing')) {
  const sight = new Sight(box);
  const save = Object.assign(document.createElement('button'), { type: 'button', className: 'button small', textContent: 'Save as PNG' });
  save.addEventListener('click', () => png(figure, save));
  figure.querySelector('.actions').append(save);
  // a name in the table leads to its box in the picture
  document.querySelector('#calls')?.addEventListener('click', event => {
    const href = event.target.closest('a')?.getAttribute('href') ?? '';
    const cell = href.startsWith('#') ? sight.svg.querySelector(href) : null;
    if (!cell) return;
    event.preventDefault();
    sight.centre(cell);
    box.scrollIntoView({ block: 'center', behavior: still() ? 'auto' : 'smooth' });
    (cell.matches('a') ? cell : box).focus({ preventScroll: true });
  });
}

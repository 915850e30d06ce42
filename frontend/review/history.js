import 'chart.js';
import { dayOf } from 'tare/site/times.js';

const { Chart } = globalThis;

const figure = document.getElementById('trend');
const rows = [...document.querySelectorAll('#snapshots tbody tr')].reverse();
const number = (row, name) => Number(row.dataset[name]);
const points = rows.map((row) => ({
  at: number(row, 'at'), net: number(row, 'net'), tare: number(row, 'tare'), gross: number(row, 'gross'), low: number(row, 'low'), high: number(row, 'high'),
  words: [...row.cells].slice(0, 7).map((cell) => cell.innerText.replace(/\s+/g, ' ').trim()),
}));
const marks = [...document.querySelectorAll('.marks li')].map((item, i) => ({ at: number(item, 'at'), name: String(i + 1) }));

const PAPER = { width: 640, height: 240 };
const printed = matchMedia('print');

let chart;
if (figure) {
  draw();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  printed.addEventListener('change', draw);
}

function draw() {
  chart?.destroy();
  const holder = figure.querySelector('.drawing');
  holder.hidden = false;
  chart = new Chart(holder.querySelector('canvas'), options());
  if (printed.matches) chart.resize(PAPER.width, PAPER.height);
}

function options() {
  const style = getComputedStyle(figure);
  const ink = (name) => style.getPropertyValue(`--${name}`);
  const first = Math.min(...points.map((point) => point.at), ...marks.map((mark) => mark.at));
  const last = points.at(-1).at;
  const room = Math.max((last - first) * 0.03, 60_000);
  const top = Math.max(...points.map((point) => Math.max(point.gross, Math.min(point.high, 1.6 * point.gross))));
  const line = (label, value, colour, fill) => ({
    label, data: points.map((point) => ({ x: point.at, y: value(point) })), stepped: true, fill,
    borderColor: ink(colour), backgroundColor: ink(colour) + '55', borderWidth: 2.5,
    pointRadius: points.length > 80 ? 0 : 3, pointBackgroundColor: ink(colour),
  });
  return {
    type: 'line',
    data: { datasets: [line('net', (point) => point.net, 'net', 'origin'), line('gross', (point) => point.gross, 'tare', '-1')] },
    options: {
      animation: false,
      responsive: !printed.matches,
      maintainAspectRatio: false,
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      layout: { padding: { top: 22 } },
      scales: {
        x: { type: 'linear', min: first - room, max: last + room, grid: { color: ink('rule') }, ticks: { color: ink('soft'), maxRotation: 0, autoSkipPadding: 24, callback: (at) => dayOf(at, last - first) } },
        y: { min: 0, max: top * 1.05 || 1, grid: { color: ink('rule') }, ticks: { display: false } },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false, filter: (item) => item.datasetIndex === 1,
          callbacks: {
            title: (items) => (items.length ? points[items[0].dataIndex].words[0] : ''),
            label: ({ dataIndex }) => {
              const [, gross, range, net, tare, , cause] = points[dataIndex].words;
              return [`gross ${gross} (${range})`, `net ${net}, tare ${tare}`, cause];
            },
          },
        },
      },
    },
    plugins: [annotations(ink)],
  };
}

/** The range of gross at each point, a numbered line at each import and decision, the parts named where they end, the scale at its top. */
function annotations(ink) {
  return {
    id: 'annotations',
    afterDatasetsDraw({ ctx, chartArea, scales: { x, y }, canvas }) {
      ctx.save();
      const font = getComputedStyle(canvas).fontFamily;
      ctx.lineWidth = 1.5;
      ctx.strokeStyle = ink('ink');
      const every = Math.ceil(points.length / 60);
      points.forEach((point, i) => {
        if (i % every && i !== points.length - 1) return;
        const at = x.getPixelForValue(point.at);
        ctx.beginPath();
        ctx.moveTo(at, y.getPixelForValue(point.low));
        ctx.lineTo(at, Math.max(y.getPixelForValue(point.high), chartArea.top));
        ctx.stroke();
      });
      ctx.strokeStyle = ink('find');
      ctx.fillStyle = ink('find');
      ctx.setLineDash([4, 3]);
      ctx.font = `700 12px ${font}`;
      ctx.textAlign = 'center';
      const named = [];
      for (const mark of marks) {
        const at = x.getPixelForValue(mark.at);
        const near = named.at(-1);
        if (near && at - near.at < 16) near.names.push(mark.name);
        else named.push({ at, names: [mark.name] });
        ctx.beginPath();
        ctx.moveTo(at, chartArea.top);
        ctx.lineTo(at, chartArea.bottom);
        ctx.stroke();
      }
      for (const { at, names } of named) {
        ctx.fillText(names.length > 1 ? `${names[0]}–${names.at(-1)}` : names[0], at, chartArea.top - 6);
      }
      ctx.setLineDash([]);
      ctx.font = `650 13px ${font}`;
      ctx.fillStyle = ink('ink');
      ctx.textAlign = 'left';
      if (points.length > 1) ctx.fillText(points[0].words[1], x.getPixelForValue(points[0].at) + 6, y.getPixelForValue(points[0].gross) + 18);
      const end = points.at(-1);
      ctx.textAlign = 'right';
      const place = x.getPixelForValue(end.at) - 10;
      ctx.fillText(`net ${end.words[3]}`, place, Math.min((y.getPixelForValue(0) + y.getPixelForValue(end.net)) / 2 + 4, chartArea.bottom - 8));
      ctx.fillText(end.words[1], place, y.getPixelForValue(end.gross) + 18);
      ctx.fillText(`tare ${end.words[4]}`, place, (y.getPixelForValue(end.net) + y.getPixelForValue(end.gross)) / 2 + 4);
      ctx.restore();
    },
  };
}

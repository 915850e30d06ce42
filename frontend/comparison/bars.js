import 'chart.js';
import { labels, whiskers } from 'tare/comparison/marks.js';

const { Chart } = globalThis;

const BAR = 26;

/** Draws the bars of a figure from the figures of its table; the drawing the server made stays for print. Gives what takes it away. */
export function drawBars(figure, table) {
  const rows = [...table.tBodies[0].rows];
  const holder = figure.querySelector('.chart');
  figure.style.setProperty('--rows', rows.length);
  holder.hidden = false;
  const canvas = holder.querySelector('canvas');
  let chart = new Chart(canvas, options(figure, rows));
  figure.classList.add('live');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const again = () => {
    chart.destroy();
    chart = new Chart(canvas, options(figure, rows));
  };
  dark.addEventListener('change', again);
  return () => {
    dark.removeEventListener('change', again);
    chart.destroy();
  };
}

function options(figure, rows) {
  const swatches = [...figure.querySelectorAll('.swatch')].map((swatch) => getComputedStyle(swatch));
  const paper = getComputedStyle(figure).getPropertyValue('--paper');
  const cells = rows.map((row) => [...row.querySelectorAll('[data-value]')]);
  return {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.querySelector('th').innerText.replace(/\s+/g, ' ')),
      datasets: swatches.map((swatch, part) => ({
        label: cells[0][part].dataset.part,
        data: cells.map((row) => Number(row[part].dataset.value)),
        backgroundColor: swatch.getPropertyValue('--fill'),
        labelColor: swatch.getPropertyValue('--on'),
        borderColor: paper,
        borderWidth: { left: 0, right: 1.5, top: 0, bottom: 0 },
        barThickness: BAR,
      })),
    },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: 0, autoPadding: false },
      interaction: { mode: 'nearest', axis: 'xy', intersect: true },
      scales: {
        x: { stacked: true, display: false, min: 0, max: Number(figure.dataset.scale) },
        y: { stacked: true, display: false },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false,
          callbacks: { label: (item) => `${item.dataset.label}: ${cells[item.dataIndex][item.datasetIndex].innerText}` },
        },
        whiskers: {
          low: rows.map((row) => Number(row.dataset.low)),
          middle: rows.map((row) => Number(row.dataset.middle)),
          high: rows.map((row) => Number(row.dataset.high)),
          ink: getComputedStyle(figure).getPropertyValue('--ink'),
          below: BAR / 2 + 8,
        },
      },
      onHover: (event, hits) => { event.native.target.style.cursor = hits.length ? 'pointer' : ''; },
      onClick: (_, hits) => { if (hits.length) cells[hits[0].index][hits[0].datasetIndex].querySelector('a')?.click(); },
    },
    plugins: [whiskers, labels],
  };
}

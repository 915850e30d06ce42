// Repeats the table of months as bars; without script the table stands alone.
import 'chart.js';

const { Chart } = globalThis;
const table = document.querySelector('#months');
const canvas = document.querySelector('.months canvas');

function draw() {
  const token = (name) => getComputedStyle(document.body).getPropertyValue(name).trim();
  const rows = [...table.tBodies[0].rows];
  const last = rows.length - 1;
  const values = (cell) => rows.map((row) => Number(row.cells[cell].dataset.value));
  const written = (cell, index) => rows[index].cells[cell].textContent;
  const part = (label, cell, colour) => ({
    label, data: values(cell), maxBarThickness: 64, borderColor: colour, borderWidth: 2,
    // What is not over yet is drawn pale; tokens are six hexadecimal digits.
    backgroundColor: rows.map((_, i) => (i === last ? `${colour}73` : colour)),
  });
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.cells[0].innerText),
      datasets: [part('net', 1, token('--net')), part('tare', 2, token('--tare'))],
    },
    options: {
      animation: false, maintainAspectRatio: false,
      scales: {
        x: { stacked: true, grid: { display: false }, ticks: { color: token('--soft') } },
        y: { stacked: true, display: false },
      },
      plugins: {
        legend: { display: false },
        tooltip: { callbacks: { label: (item) => `${item.dataset.label} ${written(item.datasetIndex + 1, item.dataIndex)}` } },
      },
    },
  });
}

if (canvas) {
  let chart = draw();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    chart.destroy();
    chart = draw();
  });
}

/** Draws from low to high under each bar, a dot at its middle; open at the right where the scale ends before the range does. */
export const whiskers = {
  id: 'whiskers',
  afterDatasetsDraw(chart, _, { low, middle, high, ink, below }) {
    const { ctx, chartArea, scales: { x, y } } = chart;
    ctx.save();
    ctx.strokeStyle = ink;
    ctx.fillStyle = ink;
    ctx.lineWidth = 2;
    low.forEach((value, row) => {
      const line = Math.round(y.getPixelForValue(row)) + below;
      const from = Math.max(x.getPixelForValue(value), 1);
      const to = Math.min(x.getPixelForValue(high[row]), chartArea.right - 1);
      ctx.beginPath();
      ctx.moveTo(from, line);
      ctx.lineTo(to, line);
      cap(ctx, from, line);
      if (high[row] <= x.max * (1 + 1e-9)) cap(ctx, to, line);
      ctx.stroke();
      ctx.beginPath();
      ctx.arc(Math.min(x.getPixelForValue(middle[row]), chartArea.right - 1), line, 3.5, 0, 2 * Math.PI);
      ctx.fill();
    });
    ctx.restore();
  },
};

/** Writes the name of a part into its segment where there is room. */
export const labels = {
  id: 'labels',
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    ctx.save();
    ctx.font = `600 12.5px ${getComputedStyle(chart.canvas).fontFamily}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    chart.data.datasets.forEach((dataset, part) => {
      chart.getDatasetMeta(part).data.forEach((bar) => {
        const { x, base, y } = bar.getProps(['x', 'base', 'y'], true);
        if (x - base > ctx.measureText(dataset.label).width + 14) {
          ctx.fillStyle = dataset.labelColor;
          ctx.fillText(dataset.label, (x + base) / 2, y + 0.5);
        }
      });
    });
    ctx.restore();
  },
};

function cap(ctx, x, y) {
  ctx.moveTo(x, y - 4);
  ctx.lineTo(x, y + 4);
}

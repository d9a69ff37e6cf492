/** A picture of how the cost of a key grows with the length of a post, both axes logarithmic. */
export interface Line {
  readonly name: string;
  readonly color: string;
  /** Lines of text, milliseconds. */
  readonly points: readonly (readonly [number, number])[];
}

const width = 720;
const height = 360;
const plot = { left: 70, right: 560, top: 40, bottom: 310 };

export function growthChart(title: string, lines: readonly Line[]): string {
  const points = lines.flatMap((line) => line.points);
  const xs = decades(points.map(([x]) => x));
  const ys = decades(points.map(([, y]) => y));
  const x = scale(xs, plot.left, plot.right);
  const y = scale(ys, plot.bottom, plot.top);
  const grid = [
    ...xs.map((value) => {
      const at = x(value).toFixed(1);
      return `<line x1="${at}" y1="${plot.top}" x2="${at}" y2="${plot.bottom}"/><text x="${at}" y="${plot.bottom + 20}" text-anchor="middle">${value.toLocaleString("en")}</text>`;
    }),
    ...ys.map((value) => {
      const at = y(value).toFixed(1);
      return `<line x1="${plot.left}" y1="${at}" x2="${plot.right}" y2="${at}"/><text x="${plot.left - 8}" y="${Number(at) + 4}" text-anchor="end">${value} ms</text>`;
    }),
  ];
  const curves = lines.map(({ name, color, points }) => {
    const path = points.map(
      ([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`,
    );
    const [, end = 1] = points.at(-1) ?? [];
    return `<polyline points="${path.join(" ")}" fill="none" stroke="${color}" stroke-width="2.5"/>${path
      .map((point) => {
        const [cx, cy] = point.split(",");
        return `<circle cx="${cx}" cy="${cy}" r="3.5" fill="${color}"/>`;
      })
      .join(
        "",
      )}<text x="${plot.right + 10}" y="${(y(end) + 4).toFixed(1)}" fill="${color}" font-weight="600">${name}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">
<title>${title}</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="${plot.left}" y="22" font-size="15" font-weight="600" fill="#24292f">${title}</text>
<g stroke="#d0d7de" fill="#57606a" stroke-width="1">${grid.join("").replaceAll("<text", '<text stroke="none"')}</g>
${curves.join("\n")}
<text x="${(plot.left + plot.right) / 2}" y="${height - 8}" text-anchor="middle" fill="#57606a">lines of the post</text>
</svg>
`;
}

function decades(values: readonly number[]): number[] {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: high - low + 1 }, (_, at) =>
    Number((10 ** (low + at)).toPrecision(1)),
  );
}

function scale(
  values: readonly number[],
  from: number,
  to: number,
): (value: number) => number {
  const low = Math.log10(values[0] ?? 1);
  const high = Math.log10(values.at(-1) ?? 10);
  return (value) =>
    from + ((Math.log10(value) - low) / (high - low)) * (to - from);
}

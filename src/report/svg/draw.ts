import { type Markup, markup } from '../markup.ts';
import { formatNumber } from '../numbers.ts';
import type { ChartData } from '../report-data.ts';
import { columnFrame, columnPicture, fitsInColumns } from './columns.ts';
import { label, widthOf } from './frame.ts';
import { rowFrame } from './rows.ts';

/** Colours of the series of a stack: as many as the style sheet has. */
export const SERIES = 8;

/** A chart as a picture; undefined for tables, which are none. */
export function draw(data: ChartData, width: number): Markup | undefined {
  switch (data.chart.kind) {
    case 'bars':
      return fitsInColumns(data, width) ? bars(data, width) : barRows(data, width);
    case 'histogram':
    case 'load':
      return bars(data, width);
    case 'dots':
      return dots(data, width);
    case 'line':
      return line(data, width);
    case 'stack':
      return stack(data, width);
    case 'boxes':
      return boxes(data, width);
    case 'table':
      return undefined;
  }
}

function known(data: ChartData): number[] {
  return data.points.flatMap(({ values }) => values).filter((value) => value !== null);
}

/** The number itself, above a bar or beside it, where there are few enough of them. */
function numberOf({ series, points }: ChartData, value: number, width: number): string {
  const text = formatNumber(value, series[0]?.form ?? 'count');
  return points.length <= 20 && widthOf(text) <= width ? text : '';
}

function bars(data: ChartData, total: number): Markup {
  const frame = columnFrame(data, total, known(data), 'zero');
  const drawn = data.points.map(({ values: [value] }, index) => {
    if (value === null || value === undefined) return markup``;
    const y = frame.y(value);
    const x = frame.x(index);
    const number = value === 0 ? '' : numberOf(data, value, frame.width * 1.2);
    return markup`<rect x="${x}" y="${y}" width="${frame.width}" height="${frame.base - y}" class="mark"/>${label(x + frame.width / 2, y - 4, number, { of: 'value' })}`;
  });
  return columnPicture(data, frame, drawn);
}

function barRows(data: ChartData, total: number): Markup {
  const frame = rowFrame(data, total, known(data), 'zero', 56);
  return frame.picture(
    data.points.map(({ values: [value] }, index) => {
      if (value === null || value === undefined) return markup``;
      const [x, y] = [frame.x(value), frame.y(index)];
      const number = label(x + 6, y + 4, formatNumber(value, data.series[0]?.form ?? 'count'), { anchor: 'start', of: 'value' });
      return markup`<rect x="${frame.start}" y="${y - 8}" width="${Math.max(0, x - frame.start)}" height="16" class="mark"/>${number}`;
    }),
  );
}

function dots(data: ChartData, total: number): Markup {
  const frame = columnFrame(data, total, known(data), 'data');
  const drawn = data.points.map(({ values: [value] }, index) => {
    if (value === null || value === undefined) return markup``;
    const [x, y] = [frame.x(index) + frame.width / 2, frame.y(value)];
    return markup`<circle cx="${x}" cy="${y}" r="5" class="mark"/>${label(x, y - 10, numberOf(data, value, frame.width * 1.3), { of: 'value' })}`;
  });
  return columnPicture(data, frame, drawn);
}

/** A line with gaps where there is nothing. */
function line(data: ChartData, total: number): Markup {
  const frame = columnFrame(data, total, known(data), 'data');
  const places = data.points.map(({ values: [value] }, index) =>
    value === null || value === undefined ? undefined : ([frame.x(index) + frame.width / 2, frame.y(value)] as const),
  );
  const path = places.map(
    (place, index) => place && `${places[index - 1] ? 'L' : 'M'}${place[0].toFixed(1)} ${place[1].toFixed(1)}`,
  );
  const points = places.map((place) =>
    place ? markup`<circle cx="${place[0]}" cy="${place[1]}" r="3" class="mark"/>` : markup``,
  );
  const drawn = markup`<path d="${path.filter((step) => step !== undefined).join(' ')}" class="line"/>`;
  return columnPicture(data, frame, [drawn, ...points]);
}

function stack(data: ChartData, total: number): Markup {
  const sums = data.points.map(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  const legend = legendOf(data, total);
  const frame = columnFrame(data, total, sums, 'zero', legend.height);
  const drawn = data.points.map(({ values }, index) => {
    let below = 0;
    return markup`${values.map((value, number) => {
      const from = below;
      below += value ?? 0;
      const y = frame.y(below);
      return markup`<rect x="${frame.x(index)}" y="${y}" width="${frame.width}" height="${frame.y(from) - y}" class="part s${number % SERIES}"/>`;
    })}`;
  });
  return columnPicture(data, frame, drawn, legend.markup(frame.base + 62));
}

/** The names of the series with their colours, in as many lines as they need. */
function legendOf({ series }: ChartData, total: number): { readonly height: number; markup(y: number): Markup } {
  const entries: { readonly x: number; readonly line: number; readonly title: string }[] = [];
  let [x, line] = [0, 0];
  for (const { title } of series) {
    const width = widthOf(title) + 34;
    if (x > 0 && x + width > total) [x, line] = [0, line + 1];
    entries.push({ x, line, title });
    x += width;
  }
  return {
    height: (line + 1) * 20 + 4,
    markup: (y) =>
      markup`${entries.map(
        (entry, number) =>
          markup`<rect x="${entry.x}" y="${y + entry.line * 20 - 10}" width="12" height="12" class="part s${number % SERIES}"/>${label(entry.x + 18, y + entry.line * 20, entry.title, { anchor: 'start' })}`,
      )}`,
  };
}

/** Boxes from quartile to quartile; whiskers to the extremes; the mean as a diamond. */
function boxes(data: ChartData, total: number): Markup {
  const frame = rowFrame(data, total, known(data), 'ends', 14);
  return frame.picture(
    data.points.map(({ values }, index) => {
      const [least = 0, lower = 0, median = 0, upper = 0, most = 0, mean = 0] = values.map((value) => frame.x(value ?? 0));
      const y = frame.y(index);
      return markup`<path d="M${least} ${y}H${lower}M${upper} ${y}H${most}M${least} ${y - 4}V${y + 4}M${most} ${y - 4}V${y + 4}" class="whisker"/><rect x="${lower}" y="${y - 8}" width="${upper - lower}" height="16" class="box"/><path d="M${median} ${y - 8}V${y + 8}" class="median"/><path d="M${mean} ${y - 4}l4 4l-4 4l-4 -4z" class="mean"/>`;
    }),
  );
}

import { hash } from 'node:crypto';
import type { CheckResult, Integrity } from '../../verify/index.ts';
import { type Markup, markup, Markup as Verbatim } from '../markup.ts';
import { formatNumber } from '../numbers.ts';
import type { ChartData, ReportData } from '../report-data.ts';
import { draw } from '../svg/draw.ts';
import { HALF, WIDE } from '../svg/frame.ts';
import { style } from './style.ts';

/**
 * A report as one HTML document that needs nothing else: no scripts, no requests, and a policy that allows none. It
 * can be printed, on A4 as on Letter.
 */
export function reportPage(report: ReportData): string {
  const { title, dataset, figures, sections, integrity } = report;
  const styles = hash('sha256', style, 'base64');
  const policy = `default-src 'none'; style-src 'sha256-${styles}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return markup`${new Verbatim('<!doctype html>')}
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}: ${dataset}</title>
<style>${new Verbatim(style)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="soft">Dataset ${dataset}. ${report.recipe[0]} All data is synthetic.</p>
<dl class="figures">${figures.map(
    (figure) => markup`<div><dt>${figure.title}</dt><dd>${formatNumber(figure.value, figure.form, figure.digits)}</dd></div>`,
  )}</dl>
</header>
<main>
${sections.map(({ title: name, charts }) => markup`<section><h2>${name}</h2><div class="charts">${figuresOf(charts)}</div></section>\n`)}
${integrity && integritySection(integrity)}
${provenance(report)}
</main>
</body>
</html>
`.text;
}

/** Charts two by two. Those that need the width, and those that would stand alone in their line, take the whole of it. */
function figuresOf(charts: readonly ChartData[]): Markup[] {
  let isSecond = false;
  return charts.map((data, index) => {
    const next = charts[index + 1];
    const isWide = needsWidth(data) || (!isSecond && (!next || needsWidth(next)));
    isSecond = !isWide && !isSecond;
    return figureOf(data, isWide);
  });
}

function needsWidth({ chart: { kind } }: ChartData): boolean {
  return kind === 'table' || kind === 'line';
}

function figureOf(data: ChartData, isWide: boolean): Markup {
  const { chart, note } = data;
  const drawn = drawingsOf(data, isWide);
  const table = tableOf(data);
  const content = drawn ? markup`${drawn}<details><summary>Numbers</summary>${table}</details>` : table;
  return markup`<figure class="${isWide ? 'wide' : 'half'}"><figcaption><h3>${chart.title}</h3><p>${chart.description}${note && ` ${note}`}</p></figcaption>${content}</figure>`;
}

/** What takes the whole width is drawn for narrow screens too; a page shows one of them. */
function drawingsOf(data: ChartData, isWide: boolean): Markup | undefined {
  const narrow = draw(data, HALF);
  if (!isWide || !narrow) return narrow;
  return markup`<div class="roomy">${draw(data, WIDE)}</div><div class="tight">${narrow}</div>`;
}

function tableOf({ chart, series, points }: ChartData): Markup {
  const heads = series.map(({ title }) => markup`<th scope="col" class="number">${title}</th>`);
  const lines = points.map(
    ({ label, values }) =>
      markup`<tr><th scope="row">${label}</th>${series.map(({ form }, index) => markup`<td class="number">${formatNumber(values[index] ?? null, form)}</td>`)}</tr>`,
  );
  return markup`<div class="scroll"><table><thead><tr><th scope="col">${chart.groups}</th>${heads}</tr></thead><tbody>${lines}</tbody></table></div>`;
}

const VERDICTS: Readonly<Record<CheckResult['status'], string>> = { OK: '✓ holds', WARNING: '! look', WRONG: '✗ wrong' };

function integritySection({ ok, checks, checkedRows }: Integrity): Markup {
  const verdict = ok
    ? `All ${checks.length} checks of ${formatNumber(checkedRows, 'count')} rows hold.`
    : `${checks.filter(({ status }) => status === 'WRONG').length} of ${checks.length} checks found something wrong.`;
  const found = checks.filter(({ status }) => status !== 'OK');
  const fine = checks.filter(({ status }) => status === 'OK');
  const all = fine.length > 0 && markup`<details><summary>What holds</summary>${checksTable(fine)}</details>`;
  const worth = found.length > 0 && checksTable(found);
  return markup`<section><h2>Integrity</h2><div class="panel"><p class="${ok ? 'OK' : 'WRONG'}">${verdict}</p>${worth}${all}</div></section>`;
}

function checksTable(checks: readonly CheckResult[]): Markup {
  const lines = checks.map(({ description, note, status, examples, checked, wrong }) => {
    const shown = examples.map(({ entity, key, message }) => markup`<br><span class="soft">${entity} ${key}: ${message}</span>`);
    return markup`<tr><td class="${status}">${VERDICTS[status]}</td><th scope="row">${description}${note && ` (${note})`}${shown}</th><td class="number">${formatNumber(checked, 'count')}</td><td class="number">${formatNumber(wrong, 'count')}</td></tr>`;
  });
  return markup`<div class="scroll"><table><thead><tr><th scope="col">Result</th><th scope="col">What holds</th><th scope="col" class="number">Checked</th><th scope="col" class="number">Wrong</th></tr></thead><tbody>${lines}</tbody></table></div>`;
}

function provenance({ recipe, counts, digest, domain }: ReportData): Markup {
  const rows = counts.map(({ label, rows }) => markup`<div><dt>${label}</dt><dd>${formatNumber(rows, 'count')}</dd></div>`);
  const steps = recipe.map((step) => markup`<li>${step}</li>`);
  return markup`<section><h2>Where the data comes from</h2><div class="panel"><ul>${steps}</ul><p>Domain <code>${domain}</code>, digest <code>${digest}</code></p><h3>Rows</h3><dl class="counts">${rows}</dl></div></section>`;
}

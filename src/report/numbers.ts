import type { NumberForm } from './report-data.ts';

/** A number as reports write it, on every machine alike: `1,260`, `93.4 %`, `78.1`. An en dash stands for none. */
export function formatNumber(value: number | null, form: NumberForm, digits = 1): string {
  if (value === null || !Number.isFinite(value)) return '–';
  if (form === 'count') return grouped(Math.round(value).toString());
  return form === 'percent' ? `${grouped((value * 100).toFixed(digits))} %` : grouped(value.toFixed(digits));
}

/** Commas between thousands. */
function grouped(text: string): string {
  const [whole = '', rest] = text.split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? withCommas : `${withCommas}.${rest}`;
}

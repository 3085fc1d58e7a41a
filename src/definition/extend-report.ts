import type { ReportDefinition } from './report.ts';

/** What is added to a report. */
export interface ReportExtension extends Partial<Omit<ReportDefinition, 'figures' | 'sections'>> {
  /** Behind those that are there. */
  readonly figures?: ReportDefinition['figures'];
  /** The charts of a section whose title is there come behind its own. */
  readonly sections?: ReportDefinition['sections'];
}

/** The report of a domain with what is added to it. A domain without one is called as `reportOn` would call it. */
export function extendReport(
  { title: domain, report: base }: { readonly title: string; readonly report?: ReportDefinition },
  { title = base?.title ?? `${domain} report`, figures = [], sections = [] }: ReportExtension,
): ReportDefinition {
  const before = base?.sections ?? [];
  const further = (title: string) => sections.filter((section) => section.title === title).flatMap(({ charts }) => charts);
  return {
    title,
    figures: [...(base?.figures ?? []), ...figures],
    sections: [
      ...before.map((section) => ({ ...section, charts: [...section.charts, ...further(section.title)] })),
      ...sections.filter((section) => !before.some((other) => other.title === section.title)),
    ],
  };
}

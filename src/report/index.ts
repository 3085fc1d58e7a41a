export * from './page/page.ts';
export * from './report.ts';
export * from './report-data.ts';
export * from './text.ts';

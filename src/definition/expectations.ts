import type { ConfigWithVolumes } from './rows.ts';

/** The shares of a field's values that a configuration asks for. */
export interface Expectation<Config = ConfigWithVolumes> {
  /** In lower camel case, unique among the domain's expectations and rules. */
  readonly name: string;
  /** What is as configured, in words: "Attendance statuses are as frequent as configured." */
  readonly description: string;
  readonly entity: string;
  readonly field: string;
  /** The reference whose target is the unit: a student's rows are alike, so that ten students of ninety days tell less than 900 days. */
  readonly unit: string;
  /** `apportioned`: each unit has its share but for rounding. `drawn`: chance decides, so that small samples may be far off. */
  readonly how: 'apportioned' | 'drawn';
  /** Weights of any sum, by the text of the stored value; values that are not listed are expected never. */
  readonly shares: (config: Config) => Readonly<Record<string, number>>;
}

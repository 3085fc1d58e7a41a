import type { EntityModel } from '../definition/index.ts';
import type { RowCheck } from './check.ts';
import type { Findings } from './findings.ts';
import type { Related } from './related.ts';

/** Every reference leads to a row, whether the dataset made its key or it came from elsewhere. */
export function referencesCheck(entity: EntityModel, findings: Findings, related: Related): RowCheck {
  return {
    rows: async (window) => {
      for (const { field, to } of entity.references) {
        const referring = window.filter((row) => row[field.index] !== null);
        await related.load(
          to,
          referring.map((row) => String(row[field.index])),
        );
        for (const row of referring) {
          const key = String(row[field.index]);
          if (!related.get(to, key)) findings.wrong(entity, row[entity.key.index], field.name, `there is no ${to.name} ${key}`);
        }
        findings.checked(referring.length);
      }
    },
  };
}

import cliProgress from 'cli-progress';
import type { DomainModel } from '../definition/index.ts';
import type { JobEvent } from '../jobs/index.ts';
import { formatCount, labelOf } from './common.ts';

/** Shows a job that runs. */
export interface ProgressView {
  show(event: JobEvent): void;
  end(): void;
}

/** Shows nothing. */
export const silentView: ProgressView = { show: () => undefined, end: () => undefined };

/** A bar an entity on a terminal; elsewhere a line when an entity is complete. */
export function progressView(domain: DomainModel, stream: NodeJS.WriteStream): ProgressView {
  return stream.isTTY ? bars(domain, stream) : lines(domain, stream);
}

function bars(domain: DomainModel, stream: NodeJS.WriteStream): ProgressView {
  const width = Math.max(...domain.entities.map((entity) => labelOf(entity).length));
  const multi = new cliProgress.MultiBar(
    {
      stream,
      format: `  {label} {bar} {percentage}% {count}`,
      barsize: 30,
      hideCursor: true,
      emptyOnZero: true,
      autopadding: true,
    },
    cliProgress.Presets.shades_classic,
  );
  const byEntity = new Map<string, cliProgress.SingleBar>();
  return {
    show({ job }) {
      for (const { entity, planned, inserted } of job.steps) {
        const label = labelOf(domain.entity(entity)).padEnd(width);
        const count = `${formatCount(inserted)} of ${formatCount(planned)}`;
        const bar = byEntity.get(entity) ?? multi.create(planned, 0, { label, count });
        byEntity.set(entity, bar);
        bar.setTotal(planned);
        bar.update(inserted, { label, count });
      }
    },
    end: () => multi.stop(),
  };
}

function lines(domain: DomainModel, stream: NodeJS.WriteStream): ProgressView {
  const told = new Set<string>();
  return {
    show({ job }) {
      for (const { entity, status, inserted } of job.steps) {
        if (status !== 'COMPLETED' || told.has(entity)) continue;
        told.add(entity);
        stream.write(`[${told.size}/${job.steps.length}] ${labelOf(domain.entity(entity))}: ${formatCount(inserted)}\n`);
      }
    },
    end: () => undefined,
  };
}

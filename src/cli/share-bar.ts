import cliProgress from 'cli-progress';

/** Shows on a terminal how far something is; elsewhere nothing. */
export interface ShareBar {
  update(done: number, total: number | undefined): void;
  end(): void;
}

/** A bar on standard error. `unit` says what is counted, as `rows`. */
export function shareBar(unit: string, stream: NodeJS.WriteStream = process.stderr): ShareBar {
  if (!stream.isTTY) return { update: () => undefined, end: () => undefined };
  const format = `  {bar} {percentage}% of {total} ${unit}`;
  const bar = new cliProgress.SingleBar({ stream, format, barsize: 30, hideCursor: true }, cliProgress.Presets.shades_classic);
  let isStarted = false;
  return {
    update(done, total) {
      if (total === undefined) return;
      if (!isStarted) bar.start(total, 0);
      isStarted = true;
      bar.update(done);
    },
    end: () => bar.stop(),
  };
}

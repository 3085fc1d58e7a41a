import { inFolder, seedInto } from './workshop.ts';

/** Seeds so many schools of LARGE and prints the peak of the process's resident memory in KiB. */
const schools = Number(process.argv[2] ?? 1);
await inFolder((folder) => seedInto(folder, { preset: 'LARGE', overrides: { volumes: { schools } } }));
process.stdout.write(String(process.resourceUsage().maxRSS));

import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

// Sends the operations of a JSON file in turn for so many seconds, over ten connections; prints answers a second.
const [, , url, file, seconds] = process.argv;
const operations = JSON.parse(readFileSync(file, 'utf8'));
const result = await autocannon({
  url,
  connections: 10,
  duration: Number(seconds),
  requests: operations.map((operation) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(operation),
  })),
  // Looking through answers of 400 KB would take longer than making them.
  verifyBody: (body) => body.startsWith('{"data":') && !body.endsWith(']}'),
});
const failed = result.errors + result.non2xx + result.mismatches;
if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests failed.`);
process.stdout.write(String(result.requests.total / result.duration));

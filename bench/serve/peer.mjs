import { readFileSync } from 'node:fs';
import express from 'express';
import jsonGraphqlServer from 'json-graphql-server/node';

// json-graphql-server over the same rows. JavaScript, since the types of the bench's own packages are not always installed.
const data = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const server = express()
  .use('/graphql', jsonGraphqlServer(data))
  .listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/graphql`));

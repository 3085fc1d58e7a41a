import { printSchema } from 'graphql';
import { contractIn } from './contract.ts';

/**
 * Prints the contract as one SDL, without extensions of types: to Relay's compiler those are fields of the client's own,
 * which it never asks a server for.
 */
console.log(printSchema(contractIn(process.cwd())));

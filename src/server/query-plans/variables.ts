import { type ExecutionArgs, type GraphQLResolveInfo, getVariableValues, type OperationDefinitionNode } from 'graphql';

/** Coerced variables, in the form in which graphql's own functions take them. */
export type VariableValues = GraphQLResolveInfo['variableValues'];

/** The variables of a request; undefined where they do not fit. */
export function variablesOf(
  { schema, variableValues }: ExecutionArgs,
  { variableDefinitions = [] }: OperationDefinitionNode,
): VariableValues | undefined {
  return getVariableValues(schema, variableDefinitions, variableValues ?? {}).variableValues;
}

import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Requests } from '../observe/requests.ts';
import { type Refusal, refusalBody, refusalHeaders } from '../refusal.ts';
import { neededRole, type Operation } from './needed-role.ts';
import { includes, type Role } from './role.ts';
import type { Access } from './tokens.ts';

/** Part of the context of every operation. */
export interface CallerContext {
  /** What the caller may do; none for one that nobody has looked at, who may do nothing. */
  readonly role: Role | undefined;
}

/** What those are told who have no token, or a wrong one. */
export const unauthenticated: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'This server needs a token that it knows: send the header "Authorization: Bearer TOKEN".',
  headers: { 'www-authenticate': 'Bearer realm="seedgraph"' },
};

/**
 * Asks for a token before anything of a request is read, and for the role that an operation needs before it runs: over HTTP,
 * SSE and WebSocket alike.
 */
export function useAccess(access: Access, requests: Requests): Plugin<CallerContext> {
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      if (access.roleOf(request.headers.get('authorization'))) return;
      const { status, code } = unauthenticated;
      requests.current?.addErrors([{ extensions: { code } }]);
      endResponse(new fetchAPI.Response(refusalBody(unauthenticated), { status, headers: refusalHeaders(unauthenticated) }));
    },
    onExecute({ args, setResultAndStopExecution }) {
      const error = missingRole(args, args.contextValue.role);
      if (error) setResultAndStopExecution({ errors: [error] });
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const error = missingRole(args, args.contextValue.role);
      if (error) setResultAndStopExecution({ errors: [error] });
    },
  };
}

function missingRole(operation: Operation, role: Role | undefined): GraphQLError | undefined {
  const needed = neededRole(operation);
  if (role && includes(role, needed)) return undefined;
  // `spec`: the status is for application/graphql-response+json; as with invalid documents, other clients expect 200.
  return new GraphQLError(`This operation needs a token of the role ${needed}; the one given has ${role ?? 'none'}.`, {
    extensions: { code: 'FORBIDDEN', details: { given: role ?? null, needed }, http: { spec: true, status: 403 } },
  });
}

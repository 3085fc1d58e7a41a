import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents from the operations of a domain and the committed SDL; `folder` gets the files. */
export function codegenFor(domain: string, folder = `operations/${domain}/generated/`): CodegenConfig {
  return {
    schema: ['schema/common.graphql', `schema/${domain}.graphql`],
    documents: [`operations/${domain}/*.graphql`],
    silent: true,
    generates: {
      [folder]: {
        preset: 'client',
        presetConfig: { fragmentMasking: false },
        config: {
          useTypeImports: true,
          importExtension: '.ts',
          enumType: 'string-literal',
          defaultScalarType: 'unknown',
          scalars: {
            ID: 'string',
            Seed: { input: 'number | string', output: 'number' },
            BigInt: 'number',
            Date: 'string',
            Time: 'string',
            DateTime: 'string',
            Money: { input: 'number | string', output: 'string' },
            JSON: 'unknown',
          },
        },
      },
    },
  };
}

export default codegenFor('school');

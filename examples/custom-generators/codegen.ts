import type { CodegenConfig } from '@graphql-codegen/cli';

/** `schema/` is written by `seedgraph schema --output schema`. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  documents: 'operations/*.graphql',
  generates: {
    'generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        importExtension: '.ts',
        enumType: 'string-literal',
        defaultScalarType: 'unknown',
        scalars: {
          BigInt: 'number',
          Date: 'string',
          DateTime: 'string',
          Money: { input: 'number | string', output: 'string' },
          Seed: { input: 'number | string', output: 'number' },
          Time: 'string',
        },
      },
    },
  },
};
export default config;

import { builtInDomains, createGateway, modelOf } from 'seedgraph';

export default {
  e2e: {
    // Your application, whose development server passes /graphql on to the gateway.
    baseUrl: 'http://localhost:5173',
    specPattern: '*.cy.js',
    supportFile: false,
    async setupNodeEvents(on) {
      const gateway = await createGateway({ domains: builtInDomains.map(modelOf) });
      const { url } = await gateway.listen({ port: Number(process.env.SEEDGRAPH_PORT ?? 4000) });
      console.log(`Seedgraph serves ${url}`);
      on('after:run', () => gateway.dispose());
    },
  },
};

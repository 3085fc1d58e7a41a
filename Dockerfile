# The gateway, its workers and the command line: docker build -t seedgraph .
# The README's section "Containers" tells how to run them.

FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src src
RUN npm run build && chmod +x dist/cli/index.js

FROM node:24-slim AS dependencies
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-slim
# As if installed in /app, so that a project in a folder below it finds `seedgraph`.
WORKDIR /app/node_modules/seedgraph
COPY package.json README.md LICENSE ./
COPY config config
COPY --from=dependencies /build/node_modules node_modules
COPY --from=build /build/dist dist
RUN ln -s /app/node_modules/seedgraph/dist/cli/index.js /usr/local/bin/seedgraph \
  && mkdir /data && chown node:node /data
WORKDIR /app
USER node
ENV NODE_ENV=production \
  SEEDGRAPH_HOST=0.0.0.0 \
  SEEDGRAPH_STORE=file:/data
VOLUME /data
EXPOSE 4000
# For the gateway; whatever else runs in the image takes --no-healthcheck.
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.SEEDGRAPH_PORT ?? 4000}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["seedgraph"]
CMD ["serve"]

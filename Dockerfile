# The image of the service: `make image` builds it, `make test-image` tries its run
# stage with files that were built before. docs/deployment.md says how to go on.
#
# There is no "# syntax=" line: it would fetch a front end of the builder at every
# build. BuildKit is needed, the builder of Docker since 23 (before, DOCKER_BUILDKIT=1):
# it leaves out the stages that nothing is taken from.

# Base images by digest, so that what was built yesterday is built again today.
# docs/deployment.md says where the digests are from and how to renew them.
ARG RUST_IMAGE=rust:1.95-bookworm@sha256:6258907abe69656e41cd992e0b705cdcfabcbbe3db374f92ed2d47121282d4a1
ARG DEBIAN_IMAGE=debian:bookworm-slim@sha256:3783cc01769c7b2b1b83a5c5ad96c815348e28ed7da68e2e3687004faa906251
# Where the run stage takes its files from: the build stage, or an image that has them.
ARG FILES=build

# ---- build: the browser's files by cargo-leptos, the server by cargo
FROM ${RUST_IMAGE} AS build

# The image's own toolchain is the one of rust-toolchain.toml, without the parts that
# only a developer needs; by its name nothing is fetched for them.
ENV RUSTUP_TOOLCHAIN=1.95.0 \
    OPENSSL_NO_VENDOR=1
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends libssl-dev npm pkg-config \
    && rm -rf /var/lib/apt/lists/* \
    && rustup target add wasm32-unknown-unknown

# Not the distribution's 108, whose result does not start (deploy/local/tools.sh).
COPY deploy/local/wasm-opt /opt/wasm-opt
RUN npm ci --no-fund --no-audit --prefix /opt/wasm-opt \
    && ln -s /opt/wasm-opt/node_modules/.bin/wasm-opt /usr/local/bin/wasm-opt

# The versions stand in deploy/local/tools.sh and Cargo.lock. Trimmed profiles: each
# tool runs once. By the tool's own lock file; where a mirror of the registry lags
# behind it, `--build-arg TOOLS=` takes versions that fit this Rust, for that tool.
ARG TOOLS=--locked
ARG CARGO_LEPTOS=0.3.10
ARG WASM_BINDGEN=0.2.130
ARG CARGO_CYCLONEDX=0.5.9
RUN export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
        CARGO_PROFILE_RELEASE_DEBUG=false CARGO_TARGET_DIR=/tmp/tools \
        CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS=fallback \
    && tool() { \
        export CARGO_PROFILE_RELEASE_OPT_LEVEL="$1"; shift; \
        cargo install --locked "$@" || { [ -z "$TOOLS" ] && cargo install "$@"; }; \
    } \
    && tool 0 --version "$CARGO_LEPTOS" --features no_downloads cargo-leptos \
    && tool 0 --version "$CARGO_CYCLONEDX" cargo-cyclonedx \
    && tool 1 --version "$WASM_BINDGEN" wasm-bindgen-cli \
    && rm -rf /tmp/tools

WORKDIR /src
ENV CARGO_TARGET_DIR=/src/target
COPY . .
# cargo-leptos' release server is the dev profile (docs/building.md): here the
# server is compiled for real. The names of the browser's files are written to where
# that other server would be.
RUN mkdir -p target/debug \
    && cargo leptos build --release --precompress --frontend-only --cargo-locked \
    && cargo build --release --locked --package server --bin aero
# As the files lie in the run stage. The certificates of public authorities come along,
# so that the run stage installs nothing.
RUN mkdir -p /out/app /out/etc/ssl/certs \
    && cp target/release/aero target/debug/hash.txt /out/app/ \
    && cp -r target/site /out/app/site \
    && strip /out/app/aero \
    && node deploy/image/sbom.mjs /out/app/sbom \
    && cp /etc/ssl/certs/ca-certificates.crt /out/etc/ssl/certs/

FROM ${FILES} AS files

# ---- run: the program, its files, an account without rights
FROM ${DEBIAN_IMAGE} AS run

# The folders that are the account's own: where volumes belong, for stored files and
# for the browser's files of other releases.
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin aero \
    && install --directory --owner=aero --group=aero --mode=0700 /var/lib/aero/blobs \
    && install --directory --owner=aero --group=aero --mode=0700 /var/lib/aero/releases

COPY --from=files --chown=root:root /out/ /
WORKDIR /app

ENV AERO_LISTEN=0.0.0.0:3000 \
    AERO_LOG_FORMAT=json \
    LEPTOS_OUTPUT_NAME=aero \
    LEPTOS_SITE_ROOT=/app/site \
    LEPTOS_SITE_PKG_DIR=pkg \
    LEPTOS_HASH_FILES=true

ARG VERSION=dev
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Aero" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"

USER 10001:10001
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=4s --start-period=20s --retries=4 CMD ["/app/aero", "doctor", "--live"]
ENTRYPOINT ["/app/aero"]
CMD ["serve"]

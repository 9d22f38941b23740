# ---- build: the browser's files by cargo-leptos, the server by cargo
FROM rust:1.95-bookworm AS build

RUN apt-get update \
    && apt-get install -y --no-install-recommends libssl-dev npm pkg-config \
    && rm -rf /var/lib/apt/lists/*
RUN rustup target add wasm32-unknown-unknown
# Not the distribution's 108, whose result does not start (deploy/local/tools.sh).
RUN npm install --global --no-fund --no-audit binaryen@132

# The versions stand in deploy/local/tools.sh and Cargo.lock.
ARG CARGO_LEPTOS=0.3.10
ARG WASM_BINDGEN=0.2.130
ENV OPENSSL_NO_VENDOR=1
RUN CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_DEBUG=false \
    cargo install --locked --version "$CARGO_LEPTOS" --features no_downloads cargo-leptos
RUN CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_DEBUG=false \
    cargo install --version "$WASM_BINDGEN" wasm-bindgen-cli

WORKDIR /src
COPY . .
# cargo-leptos' release server is the dev profile (docs/building.md): here the
# server is compiled for real.
RUN cargo leptos build --release --precompress --frontend-only --cargo-locked
RUN cargo build --release --locked --package server --bin aero
RUN mkdir -p /out \
    && cp target/release/aero /out/aero \
    && cp target/debug/hash.txt /out/hash.txt \
    && cp -r target/site /out/site \
    && strip /out/aero

# ---- run: the program, its files, an account without rights
FROM debian:bookworm-slim

RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin aero

WORKDIR /app
COPY --from=build --chown=root:root /out/ ./

ENV AERO_LISTEN=0.0.0.0:3000 \
    AERO_LOG_FORMAT=json \
    LEPTOS_OUTPUT_NAME=aero \
    LEPTOS_SITE_ROOT=/app/site \
    LEPTOS_SITE_PKG_DIR=pkg \
    LEPTOS_HASH_FILES=true

USER 10001:10001
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 CMD ["/app/aero", "doctor", "--live"]
ENTRYPOINT ["/app/aero"]
CMD ["serve"]

# Thin on purpose: what the targets do stands in deploy/local/.
LOCAL := deploy/local

.DEFAULT_GOAL := help
.PHONY: help run dev build setup test fmt lint rules fuzz agreement bands flights-proof schemathesis supply-chain mutants bench bench-count bench-engine e2e image test-image check-deps clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## set up what is missing, build, serve on http://127.0.0.1:3000
	@$(LOCAL)/run.sh

test: ## set up what is missing, then every check and every test
	@$(LOCAL)/test.sh

dev: ## serve with hot reload
	@$(LOCAL)/dev.sh

build: setup ## build the app as `make run` does
	@$(LOCAL)/build.sh

setup: ## install the build tools
	@$(LOCAL)/tools.sh install

fmt: ## format the Rust sources
	cargo fmt --all

lint: setup ## format, clippy for server and browser, dependency rules
	@$(LOCAL)/test.sh format clippy clippy-wasm rules

rules: ## only the dependency and layout rules
	@node $(LOCAL)/rules.mjs

fuzz: ## fuzz the law engine, FUZZ_SECONDS=60 for each target
	@$(LOCAL)/fuzz.sh $(FUZZ_SECONDS)

agreement: ## compare the law engine natively and in wasm32
	@$(LOCAL)/agreement.sh

bands: ## the distance band of all pairs of airports, against the German ministry's service
	@$(LOCAL)/bands.sh

flights-proof: ## recompute the delays of 772,128 real flights from clocks and zones
	@$(LOCAL)/flights.sh

schemathesis: ## hold the API against its OpenAPI document
	@$(LOCAL)/schemathesis.sh

supply-chain: ## dependencies against deny.toml and known faults, bill of materials
	@$(LOCAL)/test.sh supply-chain

mutants: ## does a test notice each change? CRATE=domain FILE=...; DIFF=main: of what differs
	@DIFF=$(DIFF) $(LOCAL)/mutants.sh $(or $(CRATE),domain) $(FILE)

bench: ## Aero and its peers by turns; writes docs/performance.md
	@$(LOCAL)/bench.sh $(ROWS)

bench-count: ## count the instructions of the hot paths, against the last counts
	@$(LOCAL)/bench-count.sh

bench-engine: ## how fast the law engine is
	@CARGO_TARGET_DIR=$$($(LOCAL)/target.sh) cargo bench --locked -p engine-bench

e2e: ## only the browser suite
	@$(LOCAL)/test.sh build browser

image: ## build the image from source
	@deploy/image/build.sh

test-image: ## run the image and the stack with the app as make build left it
	@$(LOCAL)/test.sh build image

check-deps: ## what the machine has and what it lacks; changes nothing
	@$(LOCAL)/check-deps.sh

clean: ## remove what was built for this folder; the database in .data/ stays
	@$(LOCAL)/clean.sh

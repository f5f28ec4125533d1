# A façade over the CMake presets: every target alone does all its set-up on a fresh Debian 12.
.DEFAULT_GOAL := help
.PHONY: help build run test test-cluster bench-cluster cluster-up cluster-down bench format check-format style tidy asan tsan clang fuzz clean

JOBS ?= $(shell nproc)
FUZZ_SECONDS ?= 60
# ON: each folder of pkg/ is compiled as one unit. Much faster for a whole build, slower after an edit.
UNITY ?= OFF
CXX_FILES = $(shell git ls-files '*.cpp' '*.h')

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 24

build: ## the programs: build/bin/kubectl-algo and build/bin/algo-judge
	@scripts/setup build
	@scripts/static-curl build/third-party/curl && static=ON || static=OFF; \
	cmake --preset release -DALGO_STATIC=$$static --log-level=WARNING >build-configure.log 2>&1 || \
	  { cat build-configure.log; exit 1; }
	@rm -f build-configure.log
	@cmake --build --preset release -j $(JOBS) --target kubectl-algo algo-judge
	@mkdir -p build/bin && cp -f build/release/bin/kubectl-algo build/release/bin/algo-judge build/bin/

run: build ## build two-sum into a Job bundle and judge it on this machine
	@scripts/setup judge
	@mkdir -p build/demo
	@cd build/demo && ../bin/kubectl-algo build two-sum --lang=go --timeout=30s --memory-limit=128Mi
	@cd build/demo && ../bin/kubectl-algo run two-sum.bundle --local

test: ## all tests (g++, debug)
	@scripts/setup build judge test check
	cmake --preset dev -DALGO_UNITY=$(UNITY)
	cmake --build --preset dev -j $(JOBS)
	ctest --preset dev -j $(JOBS)

bench: build ## speed, side by side in one run
	@scripts/setup judge test
	cmake --build --preset release -j $(JOBS) --target algo-bench
	build/release/test/algo-bench build/bin

format: ## rewrite every C++ file in the house's format
	@scripts/setup check
	clang-format-19 -i $(CXX_FILES)

check-format: ## fail where format would change something
	@scripts/setup check
	@clang-format-19 --dry-run --Werror $(CXX_FILES)

style: ## house rules: format, arrows, lengths, patterns, spelling
	@scripts/setup check
	@test/style/check-all

tidy: ## clang-tidy over pkg and kubectl-algo
	@scripts/setup build check
	cmake --preset tidy
	cmake --build --preset tidy -j $(JOBS) --target algo_generated
	scripts/tidy build/tidy $(JOBS)

asan: ## build everything with clang++; unit and fuzz tests under AddressSanitizer and UBSan
	@scripts/setup build judge check
	cmake --preset asan
	cmake --build --preset asan -j $(JOBS)
	ctest --preset asan -j $(JOBS)

tsan: ## unit tests under ThreadSanitizer
	@scripts/setup build judge check
	cmake --preset tsan
	cmake --build --preset tsan -j $(JOBS)
	ctest --preset tsan -j $(JOBS)

test-cluster: ## the program against a real Kubernetes in network namespaces (root; builds it once)
	@scripts/setup build judge cluster
	cmake --preset dev -DALGO_UNITY=$(UNITY)
	cmake --build --preset dev -j $(JOBS) --target kubectl-algo
	ALGO=$(CURDIR)/build/dev/bin/kubectl-algo test/cluster/run-tests

bench-cluster: build ## runs in a real Kubernetes, side by side with plain kubectl
	@scripts/setup cluster
	ALGO=$(CURDIR)/build/bin/kubectl-algo test/cluster/run-bench

cluster-up: ## a Kubernetes of one node for people: build/cluster/kubeconfig
	@scripts/setup cluster
	@test/cluster/cluster up

cluster-down: ## take it away again
	@test/cluster/cluster down

clang: ## build with clang++, fuzz targets included
	@scripts/setup build check
	cmake --preset clang
	cmake --build --preset clang -j $(JOBS)

fuzz: clang ## every fuzz target for FUZZ_SECONDS
	@for target in build/clang/test/fuzz_*; do \
	  case $$target in *_seeds) continue ;; esac; \
	  name=$${target##*/fuzz_}; mkdir -p build/fuzz/$$name; \
	  echo "fuzz $$name"; \
	  $$target -max_total_time=$(FUZZ_SECONDS) -verbosity=0 build/fuzz/$$name test/fuzz/seeds/$$name || exit 1; \
	done

clean: ## forget everything that was built
	rm -rf build

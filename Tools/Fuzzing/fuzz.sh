#!/usr/bin/env bash
# Throws mutated files at every reader of foreign bytes: fuzz.sh [RUNS [SEED-FOLDER…]]
#
# Seeds are the samples that seeds.py writes, and any folder of real pages that is named. A crash, more than 2 s or
# more than 512 MB stops the run and leaves the input beside the corpus. The 2 s are of the wall clock: on a busy machine
# set LEXIGRAM_FUZZ_SECONDS higher.
set -euo pipefail

runs=${1:-1000000}
shift || true
here=$(realpath "$(dirname "$0")")
work=${LEXIGRAM_FUZZ_FOLDER:-$here/.build/corpus}
mkdir -p "$work/seeds" "$work/found"
python3 "$here/seeds.py" "$work/seeds" "$@"
cd "$here"
swift build -c release -j 2 --product FuzzTarget
swiftc -sanitize=fuzzer .build/release/libFuzzTarget.a -lxml2 -larchive -o .build/fuzz
# No program of the system is run over mutated files.
exec env PATH=/nonexistent "$here/.build/fuzz" -runs="$runs" -timeout="${LEXIGRAM_FUZZ_SECONDS:-2}" -rss_limit_mb=512 -max_len=16384 \
    -artifact_prefix="$work/" -print_final_stats=1 "$work/found" "$work/seeds"

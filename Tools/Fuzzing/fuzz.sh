#!/usr/bin/env bash
# Throws mutated files at every reader of foreign bytes: fuzz.sh [RUNS [SEED-FOLDER…]]
#
# RUNS inputs are shared out evenly between the readers, and a table says what each got. Seeds are the samples that seeds.py
# writes, and any folder of real pages that is named. A crash, more than 2 s of processor time or more than 512 MB stops
# that reader and leaves the input beside the corpus. Inputs are cut at LEXIGRAM_FUZZ_BYTES (4096): longer ones find little and cost much.
set -euo pipefail

runs=${1:-1000000}
shift || true
here=$(realpath "$(dirname "$0")")
work=${LEXIGRAM_FUZZ_FOLDER:-$here/.build/corpus}
mkdir -p "$work/seeds"
python3 "$here/seeds.py" "$work/seeds" "$@"
cd "$here"
swift build -c release -j 2 --product FuzzTarget
swiftc -sanitize=fuzzer .build/release/libFuzzTarget.a -lxml2 -larchive -o .build/fuzz

readers=$(ls "$work/seeds")
each=$(( (runs + $(echo "$readers" | wc -w) - 1) / $(echo "$readers" | wc -w) ))
status=0
for reader in $readers; do
  mkdir -p "$work/found/$reader"
  # The first of the runs is the empty input, which is not counted.
  # No program of the system is run over mutated files. An endless loop is stopped by the clock on the wall.
  env PATH=/nonexistent LEXIGRAM_FUZZ_READER="$reader" "$here/.build/fuzz" -runs="$((each + 1))" -timeout="${LEXIGRAM_FUZZ_SECONDS:-60}" \
    -rss_limit_mb=512 -max_len="${LEXIGRAM_FUZZ_BYTES:-4096}" -dict="$work/seeds.words" -artifact_prefix="$work/$reader-" -print_final_stats=1 "$work/found/$reader" "$work/seeds/$reader" \
    > "$work/$reader.log" 2>&1 || { status=1; echo "$reader: 出错，见 / failed, see $work/$reader.log"; }
done

printf '%-12s %10s %12s %12s %8s\n' reader inputs documents 'slowest ms' 'peak MB'
for reader in $readers; do
  tally=$(grep -ah '^TALLY' "$work/$reader.log" | tail -1 || true)
  peak=$(awk '/stat::peak_rss_mb/ { print $2 }' "$work/$reader.log")
  echo "${tally:-TALLY $reader - - -} ${peak:--}"
done | awk '{ printf "%-12s %10s %12s %12s %8s\n", $2, $3, $4, $5, $6; inputs += $3; documents += $4 } END { printf "%-12s %10d %12d\n", "all", inputs, documents }'
exit $status

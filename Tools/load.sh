#!/bin/sh
# Load on a running service from this machine (Debian: wrk), and what HTTP costs beside the engine alone.
#
#     Tools/load.sh LEXIGRAM INDEX QUERIES [SECONDS [FOLDER]]
#
# QUERIES: one query a line, as for search --batch; lines without a letter are left out. Starts the service itself, on a port of its own.
# Prints requests/s, p50 and p99 for /api/search and /search at 1, 8, 64 and 512 connections, the service's CPU for each request,
# the CPU of `search --batch` for each query, and the memory at the end. Answers other than 200 are counted (over capacity: 503).
set -eu

if [ "$#" -lt 3 ]; then
    echo "usage: $0 LEXIGRAM INDEX QUERIES [SECONDS [FOLDER]]" >&2
    exit 64
fi
lexigram=$1
index=$2
queries=$3
seconds=${4:-10}
folder=${5:-$(mktemp -d)}
port=8699
mkdir -p "$folder"

# The queries as wrk wants them, percent-encoded.
python3 - "$queries" "$folder/targets.txt" <<'PYTHON'
import sys, urllib.parse
lines = [line.strip() for line in open(sys.argv[1], encoding="utf-8")]
with open(sys.argv[2], "w") as out:
    for line in lines:
        if any(c.isalnum() for c in line):
            out.write(urllib.parse.quote(line) + "\n")
PYTHON

cat > "$folder/mix.lua" <<'LUA'
local targets = {}
local prefix = os.getenv("LOAD_PREFIX")
for line in io.lines(os.getenv("LOAD_TARGETS")) do targets[#targets + 1] = prefix .. line end
local started = 0
function setup(thread) thread:set("place", started * 977); started = started + 1 end
function request()
  place = place + 1
  return wrk.format("GET", targets[place % #targets + 1])
end
function done(summary, latency)
  io.write(string.format("RESULT %.0f %.2f %.2f %d %d %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.requests, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
LUA

ulimit -n 4096 2>/dev/null || true
"$lexigram" serve --index "$index" --port "$port" > "$folder/serve.log" 2>&1 &
service=$!
trap 'kill $service 2>/dev/null || true' EXIT
until curl -sf "http://127.0.0.1:$port/healthz" > /dev/null; do sleep 0.2; done

# User and system time of the service so far, in hundredths of a second.
ticks() { awk '{print $14 + $15}' "/proc/$service/stat"; }
resident() { awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$service/status"; }

echo "path          connections  requests/s  p50 ms  p99 ms  not 200  failed  CPU µs/request  memory MB"
for path in "/api/search?q=" "/search?q="; do
    LOAD_PREFIX=$path LOAD_TARGETS=$folder/targets.txt wrk -t1 -c4 -d2 -s "$folder/mix.lua" "http://127.0.0.1:$port" > /dev/null
    for connections in 1 8 64 512; do
        threads=$([ "$connections" -gt 1 ] && echo 2 || echo 1)
        before=$(ticks)
        result=$(LOAD_PREFIX=$path LOAD_TARGETS=$folder/targets.txt wrk -t"$threads" -c"$connections" -d"$seconds" \
            -s "$folder/mix.lua" "http://127.0.0.1:$port" | sed -n 's/^RESULT //p')
        after=$(ticks)
        set -- $result
        cpu=$(awk "BEGIN {print int(($after - $before) * 10000 / $4)}")
        printf '%-13s %11d  %10s  %6s  %6s  %7s  %6s  %14s  %9s\n' "${path%\?*}" "$connections" "$1" "$2" "$3" "$5" "$6" "$cpu" "$(resident)"
    done
done

# The engine alone on the same queries, ten hits each, start-up taken off.
python3 - "$lexigram" "$index" "$folder/targets.txt" <<'PYTHON'
import os, resource, subprocess, sys, urllib.parse
program, index, targets = sys.argv[1:]
lines = [urllib.parse.unquote(line.strip()) for line in open(targets)]
def cpu(count):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "search", "--batch", "-", "--json", "--index", index], input="\n".join((lines * (count // len(lines) + 1))[:count]),
                   text=True, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
few, many = len(lines), len(lines) * 6
print(f"search --batch: {(cpu(many) - cpu(few)) / (many - few) * 1e6:.0f} µs of CPU for each query")
PYTHON

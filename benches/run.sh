#!/usr/bin/env bash
# Requests per second, latency and CPU per request of the release build, beside a bare axum server in the same run.
# The load comes from wrk on loopback, on the same cores: read the figures as ratios, and the CPU per request.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/lib.sh

# --- what is measured ------------------------------------------------------------------------------------------------
space=ungepolitik               # the space whose page is measured, and in whose dialogue people vote
seconds=${SECONDS_EACH:-8}
connections=${CONNECTIONS:-16}
front=/
space_page=/forloeb/$space
vote_form="/forloeb/$space/dialog/[0-9a-f-]*/stem" # as linked from the space's page; POST statement=ID&vote=agree answers 303
# ---------------------------------------------------------------------------------------------------------------------

say "[1/4] What the measurement needs"
bash scripts/install.sh bench
say "[2/4] The release build (the first time many minutes, with all optimisation)"
bash scripts/build.sh --release --package samskab --bin samskab --example hello

folder=$(mktemp -d)
pids=()
finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

free_port() { # one that nobody answers on
  local port
  while port=$((20000 + RANDOM % 12000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  printf '%s' "$port"
}

# launch NAME URL COMMAND…: starts a server, waits for its first 200; sets pid and started (milliseconds)
launch() {
  local name=$1 url=$2 began
  shift 2
  began=$(date +%s%N)
  env -u SAMSKAB_DATABASE "$@" >"$folder/$name.log" 2>&1 &
  pid=$!
  pids+=("$pid")
  until [ "$(curl -s -o "$folder/answer" -m 5 -w '%{http_code}' "$url")" = 200 ]; do
    kill -0 "$pid" 2>/dev/null || die "$name ended before it answered: $(tail -n 5 "$folder/$name.log")"
    [ $((($(date +%s%N) - began) / 1000000000)) -lt 120 ] || die "$name did not answer within two minutes: $(tail -n 5 "$folder/$name.log")"
    sleep 0.01
  done
  started=$((($(date +%s%N) - began) / 1000000))
}

cpu() { awk '{ print $14 + $15 }' "/proc/$1/stat"; } # user and system time, in ticks
ticks=$(getconf CLK_TCK)
rows=()
hello_rate=

# measure LABEL PID WRK-ARGUMENTS…: a warm-up, then the measurement; adds a row to the table
measure() {
  local label=$1 pid=$2 before after result
  shift 2
  wrk -t1 -c"$connections" -d2s "${@//SALT/$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')}" >/dev/null
  before=$(cpu "$pid")
  result=$(wrk -t1 -c"$connections" -d"${seconds}s" --latency "${@//SALT/$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')}" | sed -n 's/^RESULT //p')
  after=$(cpu "$pid")
  # shellcheck disable=SC2086 # five numbers
  set -- $result
  [ "$5" = 0 ] || say "  $label: $5 of $1 requests failed"
  : "${hello_rate:=$(awk "BEGIN { print $1 / $2 }")}"
  rows+=("$(awk -v label="$label" -v n="$1" -v s="$2" -v p50="$3" -v p99="$4" -v bad="$5" -v cpu=$((after - before)) -v hz="$ticks" -v hello="$hello_rate" \
    'BEGIN { printf "| %s | %d | %.1f %% | %.2f | %.2f | %.0f | %d |", label, n / s, 100 * n / s / hello, p50, p99, cpu / hz / n * 1e6, bad }')")
  say "  ${rows[-1]}"
}

say "[3/4] Starting"
port=$(free_port)
launch hello "http://127.0.0.1:$port/" "$target/release/examples/hello" "127.0.0.1:$port"
hello=$pid hello_url=http://127.0.0.1:$port/
port=$(free_port)
url=http://127.0.0.1:$port
launch samskab "$url$front" "$target/release/samskab" demo --listen "127.0.0.1:$port" --data "$folder/data"
filled=$started
kill "$pid"
wait "$pid" 2>/dev/null || true
launch samskab "$url$front" "$target/release/samskab" demo --listen "127.0.0.1:$port" --data "$folder/data"
server=$pid

# Which statements there are: one citizen goes through all of them, as people do.
vote=$(curl -s "$url$space_page" | grep -o "$vote_form" | head -n 1) || die "no open dialogue is linked from $space_page"
statements=()
one="deltager=$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')"
while id=$(curl -s -b "$one" "$url$vote" | grep -o 'name="statement" value="[^"]*"' | cut -d'"' -f4); do
  [ ${#statements[@]} -lt 500 ] || die "the dialogue does not come to an end"
  answer=$(curl -s -o /dev/null -w '%{http_code}' -b "$one" -d "statement=$id&vote=pass" "$url$vote")
  [ "$answer" = 303 ] || die "a vote was answered with $answer instead of 303"
  statements+=("$id")
done
[ ${#statements[@]} -gt 0 ] || die "no statement to vote on at $vote"

say "[4/4] Measuring, $seconds s each (${#statements[@]} statements to vote on)"
gzip=(-H "Accept-Encoding: gzip")
measure "bare hello" "$hello" -s benches/report.lua "$hello_url"
measure "front page" "$server" -s benches/report.lua "$url$front"
measure "front page, compressed" "$server" -s benches/report.lua "${gzip[@]}" "$url$front"
measure "space page" "$server" -s benches/report.lua "$url$space_page"
measure "space page, compressed" "$server" -s benches/report.lua "${gzip[@]}" "$url$space_page"
measure "a vote" "$server" -s benches/vote.lua "$url$vote" -- SALT "${statements[@]}"

peak() { awk '/VmHWM/ { printf "%.1f MB", $2 / 1024 }' "/proc/$1/status"; }
mkdir -p "$target/bench"
tee "$target/bench/result.md" <<TABLE

| Request | per second | of hello | p50 ms | p99 ms | CPU µs a request | failed |
|---|---:|---:|---:|---:|---:|---:|
$(printf '%s\n' "${rows[@]}")

Start until the first page: $started ms, with filling the demonstration $filled ms.
Most memory: samskab $(peak "$server"), hello $(peak "$hello").
$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores; wrk 1 thread, $connections connections on the same cores; SQLite; $(git rev-parse --short HEAD 2>/dev/null || echo 'no commit').
TABLE
say "
The table is also in $target/bench/result.md"

#!/usr/bin/env bash
# 200 check-ins a minute and 500 screens in halls: memory and latency of the release build, on SQLite. PROFILE=debug measures the
# development build; PROGRAM=… another one. The load comes from node on loopback, on the same cores.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/lib.sh

profile=${PROFILE:-release}
program=${PROGRAM:-$target/$profile/samskab}
if [ -z "${PROGRAM:-}" ]; then
  if [ "$profile" = release ]; then bash scripts/build.sh --release --package samskab --bin samskab; else bash scripts/build.sh --package samskab --bin samskab; fi
fi

folder=$(mktemp -d)
pid=
finish() {
  if [ -n "$pid" ]; then kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; fi
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

# One visitor writes down two hundred names at once: the limits on how often one may ask are off.
printf '[limits]\nenabled = false\n' >"$folder/kiosk.toml"
while port=$((20000 + RANDOM % 12000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
start() {
  env -u SAMSKAB_DATABASE "$program" demo --config "$folder/kiosk.toml" --listen "127.0.0.1:$port" --data "$folder/data" >"$folder/log" 2>&1 &
  pid=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$port/om"; do kill -0 "$pid" || die "$(tail -n 5 "$folder/log")"; sleep 0.2; done
}
start
# Filling the demonstration takes memory of its own: what is measured is a server that was started again.
kill "$pid"
wait "$pid" 2>/dev/null || true
start
mkdir -p "$target/bench"
node benches/kiosk.mjs "http://127.0.0.1:$port" "$pid" | tee "$target/bench/kiosk.md"
say "$profile build, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores"

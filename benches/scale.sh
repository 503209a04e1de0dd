#!/usr/bin/env bash
# How fast pages are in a municipality with 50,000 people, 2,000 spaces and 500,000 journal entries, on both databases. With the
# argument `committees`: 100 committees with 300 recommendations each and 20,000 people, and the pages that look across them.
# One request at a time from wrk on loopback: what is measured is how long the server takes. PROFILE=debug measures the
# development build; PROGRAM=… another one.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/lib.sh

seconds=${SECONDS_EACH:-6}
profile=${PROFILE:-release}
goal=50 # milliseconds, at the 99th percentile

bash scripts/install.sh scale
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

# Questions as people ask them: frequent words, rare ones, two words, halves of compounds, beginnings, slips of the finger.
questions='klub%20bus%20cykelklub%20b%C3%B8rne%2Bhave%20skolebus%2Bunge%20cykelklbu%20idr%C3%A6tsh%20lys%2Bp%C3%A5%2Bvejen%20frivillige%20havneplan%20%C3%A6ldre%20biblioteksk%C3%B8kken%20naboer%2Bbesked%20demensvenner%20ungdomspultik'
pages=(
  "front page|/"
  "spaces|/forloeb"
  "spaces, page 60|/forloeb?side=60"
  "spaces, narrowed|/forloeb?trin=dialogue"
  "area|/omraader/AREA"
  "space|/forloeb/SPACE"
  "activity|/forloeb/SPACE/aktivitet"
  "what came of it|/det-blev-det-til"
  "own page, secretary|/min-side"
  "people|/administration/personer"
  "people, searched|/administration/personer?q=jensen"
)
shape=()
kind=${1:-spaces}
if [ "$kind" = committees ]; then
  shape=(--people 20000 --spaces 100 --entries 60000 --recommendations 300)
  pages=(
    "overview|/overblik"
    "overview, late|/overblik?sent=ja"
    "overview, one standing committee|/overblik?udvalg=Teknikudvalget"
    "overview, as a table|/overblik.csv"
    "follow-up|/opfoelgning"
    "follow-up, page 200|/opfoelgning?side=200"
    "follow-up, late|/opfoelgning?sent=ja"
    "follow-up, late and approved|/opfoelgning?sent=ja&udfald=approved"
    "follow-up, begun at once|/opfoelgning?udfald=at-once"
    "follow-up of one|/forloeb/COMMITTEE/anbefalinger/opfoelgning"
    "recommendations of one|/forloeb/COMMITTEE/anbefalinger"
    "commitments of one|/forloeb/COMMITTEE/aftaler"
    "own page, secretary|/min-side"
  )
elif [ "$kind" != spaces ]; then
  die "there is no '$kind'; write committees, or nothing"
fi
slow=0

# measure DATABASE LABEL WRK-ARGUMENTS…
measure() {
  local database=$1 label=$2 result mark=
  shift 2
  wrk -t1 -c1 -d1s "$@" >/dev/null
  result=$(wrk -t1 -c1 -d"${seconds}s" --latency "$@" | sed -n 's/^RESULT //p')
  # shellcheck disable=SC2086 # five numbers
  set -- $result
  if awk "BEGIN { exit !($4 >= $goal || $5 > 0) }"; then mark=" ←"; slow=$((slow + 1)); fi
  printf '| %s | %s | %d | %.1f | %.1f | %d |%s\n' "$database" "$label" "$1" "$3" "$4" "$5" "$mark" | tee -a "$folder/table"
}

on() { # on NAME DATABASE-ARGUMENTS…
  local name=$1 port url
  shift
  # One visitor asks thousands of times: the limits on how often one may ask are off.
  printf '[limits]\nenabled = false\n' >"$folder/scale.toml"
  set -- --config "$folder/scale.toml" "$@"
  while port=$((20000 + RANDOM % 12000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  url=http://127.0.0.1:$port
  say "Filling $name"
  ( time "$program" demo --scale "${shape[@]}" --listen "127.0.0.1:$port" "$@" ) 2>&1 | grep -v '^\(user\|sys\|$\)'
  "$program" verify journal "$@"
  "$program" demo --listen "127.0.0.1:$port" "$@" >"$folder/log" 2>&1 &
  pid=$!
  until curl -sf -o /dev/null "$url/om"; do kill -0 "$pid" || die "$(tail -n 5 "$folder/log")"; sleep 0.2; done
  sleep 20 # the first round of background work
  local cookie space area
  cookie=$(curl -s -o /dev/null -D - -H 'Sec-Fetch-Site: same-origin' -d role=secretary "$url/rolle" | sed -n 's/^set-cookie: \([^;]*\).*/\1/ip' | tr -d '\r')
  space=$(curl -s "$url/forloeb" | grep -o 'href="/forloeb/[a-z0-9-]*-[0-9][0-9]*"' | head -n 1 | cut -d/ -f3 | tr -d '"')
  area=$(curl -s "$url/omraader" | grep -o 'href="/omraader/[a-z0-9-]*"' | tail -n 1 | cut -d/ -f3 | tr -d '"')
  local page path committee
  committee=$(curl -s -b "$cookie" "$url/opfoelgning" | grep -o 'href="/forloeb/[a-z0-9-]*-[0-9][0-9]*/anbefalinger' | head -n 1 | cut -d/ -f3)
  if [ "$kind" = spaces ]; then
    measure "$name" "search" -s benches/questions.lua "$url" -- "$questions"
    measure "$name" "search, signed in" -s benches/questions.lua -H "Cookie: $cookie" "$url" -- "$questions"
  fi
  for page in "${pages[@]}"; do
    path=${page#*|}
    path=${path/SPACE/$space}
    path=${path/COMMITTEE/$committee}
    measure "$name" "${page%%|*}" -s benches/report.lua -H "Cookie: $cookie" "$url${path/AREA/$area}"
  done
  kill "$pid"
  wait "$pid" 2>/dev/null || true
  pid=
}

on SQLite --data "$folder/data"
server=$(bash scripts/postgres.sh start scale)
psql "$server" -qc 'DROP DATABASE IF EXISTS scale' -c 'CREATE DATABASE scale'
on PostgreSQL --data "$folder/other" --database "${server%/*}/scale"
bash scripts/postgres.sh stop scale

mkdir -p "$target/bench"
{
  printf '\n| Database | Page | requests | p50 ms | p99 ms | failed |\n|---|---|---:|---:|---:|---:|\n'
  cat "$folder/table"
} | tee "$target/bench/scale-$kind.md"
say "$profile build, one connection; $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores"
[ "$slow" = 0 ] || die "$slow pages took $goal ms or more at the 99th percentile"

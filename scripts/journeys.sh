#!/usr/bin/env bash
# The browser journeys against a program that is already built. Arguments are passed on: file names, --test-name-pattern=…
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/lib.sh
album=$target/journeys/pictures
rm -rf "$album"
files=()
options=()
for argument in "$@"; do if [[ $argument == -* ]]; then options+=("$argument"); else files+=("$argument"); fi; done
[ ${#files[@]} -gt 0 ] || files=(tests/journeys/*.test.mjs)
filled=$(mktemp -d)
finish() {
  rm -rf "$filled"
  if [ -d "$album" ]; then
    node tests/journeys/shots_index.mjs "$album"
    say "Pictures of the year: $album/index.html"
  fi
}
trap finish EXIT
node -e 'import("./tests/journeys/server.mjs").then(async ({ start }) => (await start("demo", { keep: process.argv[1] })).stop())' "$filled"
export SAMSKAB_FILLED=$filled
# Two files at once: while one waits for its server or for a mail, the other goes on.
node --test --test-concurrency="${JOURNEYS_AT_ONCE:-2}" --test-reporter=spec "${options[@]}" "${files[@]}" </dev/null

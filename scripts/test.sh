#!/usr/bin/env bash
# Everything that is tested: the Rust tests (storage on SQLite and on a PostgreSQL of its own), then the browser journeys.
# A failing step does not keep the next from running: one run tells all there is to tell.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/lib.sh
began=$SECONDS
failed=()
step() { printf '\n[%s/5] %s\n' "$1" "$2"; }

step 1 "What the tests need"
bash scripts/install.sh test

step 2 "PostgreSQL"
bash scripts/postgres.sh sweep
trap 'bash scripts/postgres.sh stop "test-$$"' EXIT
trap 'exit 130' INT TERM
SAMSKAB_TEST_POSTGRES=$(bash scripts/postgres.sh start "test-$$")
export SAMSKAB_TEST_POSTGRES SAMSKAB_TEST_SMTP_PYTHON=/usr/bin/python3 SAMSKAB_TEST_ICALENDAR_PYTHON=/usr/bin/python3
say "  on ${SAMSKAB_TEST_POSTGRES##*@}"

mkdir -p "$target/test"
# Cargo and the tests see a pipe, not the terminal; keep their colours.
if [ -t 1 ]; then export CARGO_TERM_COLOR=always; fi

step 3 "Rust tests"
if cargo nextest --version >/dev/null 2>&1; then
  cargo nextest run --workspace --config-file scripts/nextest.toml 2>&1 </dev/null | tee "$target/test/rust.log" || failed+=("Rust tests")
  # nextest leaves the examples in the documentation out; to look for them crate by crate where there are none takes minutes.
  if grep -rqE '^ *//[/!] ```' --include='*.rs' crates; then
    cargo test --workspace --doc --quiet 2>&1 </dev/null | tee "$target/test/doc.log" || failed+=("examples in the documentation")
  fi
else
  say "  (with cargo test; cargo-nextest would be faster)"
  cargo test --workspace --no-fail-fast 2>&1 </dev/null | tee "$target/test/rust.log" || failed+=("Rust tests")
fi

step 4 "The program"
built=yes
bash scripts/build.sh --bin samskab || { built= && failed+=("the build"); }

step 5 "Browser journeys"
if [ -n "$built" ]; then
  SAMSKAB_BIN=${SAMSKAB_BIN:-$target/debug/samskab} bash scripts/journeys.sh 2>&1 | tee "$target/test/journeys.log" || failed+=("journeys")
else
  say "  left out: there is no program to try"
fi

# What the test runners themselves counted: nextest's closing line, or the sum of cargo test's.
plain() { sed 's/\x1b\[[0-9;]*m//g' "$1" 2>/dev/null; }
rust=$(plain "$target/test/rust.log" | sed -n -e 's/.* \([0-9]*\) tests\? run: .*/\1/p' -e 's/^running \([0-9]*\) tests\?$/\1/p' | awk '{ n += $1 } END { print n + 0 }')
journeys=$(plain "$target/test/journeys.log" | sed -n 's/^. tests \([0-9]*\)$/\1/p' | tail -n 1)
printf '\n'
if [ ${#failed[@]} -gt 0 ]; then
  printf 'make test: FAILED after %s:' "$(took $((SECONDS - began)))"
  printf ' %s;' "${failed[@]}"
  printf ' the output is in %s\n' "$target/test/"
  exit 1
fi
say "make test: all passed in $(took $((SECONDS - began))): $rust Rust tests, ${journeys:-0} journeys"

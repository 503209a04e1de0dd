#!/usr/bin/env bash
# cargo build, and how far it is: on a terminal cargo draws that itself, elsewhere the crates are counted.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/lib.sh
if [ -t 2 ]; then exec cargo build "$@"; fi
# The crates of our own program; those already built are not built again, so it may end early.
total=$(cargo tree --package samskab --prefix none --edges normal,build --quiet 2>/dev/null | sed 's/ (.*//' | sort -u | wc -l)
cargo build "$@" 2>&1 </dev/null | progress "crates" "$total" '^ *Compiling ' '.'

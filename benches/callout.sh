#!/usr/bin/env bash
# A call-out in the release build, on both databases: two thousand invitations by text message through a gateway that fails every other
# time, and whom to ask first among twenty thousand offers. The gateway is a process of its own on loopback, on the same cores.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/lib.sh

bash scripts/install.sh test
SAMSKAB_TEST_POSTGRES=$(bash scripts/postgres.sh start callout)
export SAMSKAB_TEST_POSTGRES
trap 'bash scripts/postgres.sh stop callout' EXIT
mkdir -p "$target/bench"
cargo test --release --package samskab --test it circle_many -- --nocapture --test-threads 1 | tee "$target/bench/callout.txt"
say "release build, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores"

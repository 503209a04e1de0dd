#!/usr/bin/env bash
# A picture of every page the journeys come by, at 1280 and 390 px, in shots/, with an index.html to leaf through.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/lib.sh
say "[1/3] What the journeys need"
bash scripts/install.sh test
say "[2/3] The program"
bash scripts/build.sh --bin samskab
say "[3/3] The journeys, taking pictures"
rm -rf shots
mkdir shots
# The accessibility checks are make test's; a picture need not wait for them.
result=0
SAMSKAB_BIN=${SAMSKAB_BIN:-$target/debug/samskab} SHOTS=shots JOURNEYS_AXE=off bash scripts/journeys.sh "$@" || result=$?
node tests/journeys/shots_index.mjs shots
[ $result = 0 ] || say "A journey failed: the pictures end where it did."
say "shots/index.html: $(find shots -name '*.png' | wc -l) pictures"
exit $result

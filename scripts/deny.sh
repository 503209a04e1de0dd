#!/usr/bin/env bash
# Licences, bans and sources of everything we depend on; and known weaknesses, where the list of them can be had.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/lib.sh
cargo deny --all-features check licenses bans sources </dev/null

# The advisory database comes from a git host. Not reaching that must not stop anybody's work, but has to be seen.
if timeout 120 cargo deny fetch db </dev/null >/dev/null 2>&1; then
  cargo deny --offline --all-features check advisories </dev/null
elif ls "${CARGO_HOME:-$HOME/.cargo}"/advisory-dbs/*/.git >/dev/null 2>&1; then
  say "advisories: from the local copy, the advisory database could not be fetched"
  cargo deny --offline --all-features check advisories </dev/null
else
  say "advisories: not checked, the advisory database could not be fetched"
fi

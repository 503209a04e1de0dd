#!/usr/bin/env bash
# A Debian package of a release build. What goes into it stands in crates/samskab/Cargo.toml.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/lib.sh
say "[1/3] What the package needs"
bash scripts/install.sh deb
say "[2/3] The release build (the first time many minutes, with all optimisation)"
bash scripts/build.sh --release --locked --package samskab --bin samskab
say "[3/3] The package"
bash scripts/notices.sh "$target/notices/crates.txt"
cargo deb --package samskab --no-build --locked </dev/null

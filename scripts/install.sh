#!/usr/bin/env bash
# Installs what is missing for one purpose — run, test, calendar, bench, scale, deb or ci — and nothing else. Says what, asks nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/lib.sh
purpose=${1:-run}
packages=()

# need PACKAGE COMMAND…: what counts is whether the thing works, not where it came from.
need() {
  local package=$1
  shift
  "$@" >/dev/null 2>&1 || packages+=("$package")
}

command -v cargo >/dev/null || die "There is no Rust toolchain (cargo) here. Install one first: https://rustup.rs"

need gcc command -v cc
need libc6-dev test -e /usr/include/stdio.h
case $purpose in
  run) ;;
  test | ci)
    need make command -v make
    need postgresql bash -c 'ls /usr/lib/postgresql/*/bin/initdb'
    # The browser without its windows.
    need chromium-headless-shell test -x "${CHROMIUM:-/usr/bin/chromium-headless-shell}"
    need nodejs command -v node
    need npm command -v npm
    # Debian's own Python, whatever other one comes first in PATH.
    need python3-aiosmtpd /usr/bin/python3 -c 'import aiosmtpd'
    need python3-icalendar /usr/bin/python3 -c 'import icalendar'
    need poppler-utils command -v pdftoppm
    ;;
  calendar) need thunderbird command -v thunderbird ;;
  bench | scale)
    need wrk command -v wrk
    need curl command -v curl
    # The measurement of a large municipality runs on both databases.
    [ "$purpose" = bench ] || need postgresql bash -c 'ls /usr/lib/postgresql/*/bin/initdb && command -v psql'
    ;;
  deb)
    # dpkg-shlibdeps tells which libraries the program needs, and in which version.
    need dpkg-dev command -v dpkg-shlibdeps
    ;;
  *) die "install.sh: for what? run, test, calendar, bench, scale, deb or ci" ;;
esac

if [ ${#packages[@]} -gt 0 ]; then
  command -v apt-get >/dev/null || die "Missing: ${packages[*]} (names of Debian packages). There is no apt-get here; install them by hand."
  root=()
  if [ "$(id -u)" != 0 ]; then
    root=(sudo)
    # Without a terminal nobody could answer sudo's question: better to say what is missing than to hang.
    if ! { command -v sudo && { [ -t 0 ] || sudo -n true; }; } >/dev/null 2>&1; then
      die "Missing: ${packages[*]}. They cannot be installed from here without a password; as root: apt-get install ${packages[*]}"
    fi
  fi
  apt() { "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" 2>&1 </dev/null; }
  say "Installing from Debian: ${packages[*]}"
  apt -qq update
  total=$(apt-get -s --no-install-recommends install "${packages[@]}" | grep -c '^Inst') || true
  # Each package is fetched, unpacked and set up.
  apt -q -y --no-install-recommends install "${packages[@]}" | progress "steps of installing" $((total * 3)) '^(Get:[0-9]+|Unpacking|Setting up) ' '^[EW]:'
fi

if [ "$purpose" = test ] || [ "$purpose" = ci ]; then
  # The stamp is a copy of the lock file: installed again exactly when that changed.
  if ! cmp -s package-lock.json node_modules/.installed; then
    say "Installing npm packages: $(sed -n 's/^ *"\([a-z0-9-]*\)": "[0-9].*/\1/p' package.json | paste -sd' ')"
    npm ci --ignore-scripts --no-progress --loglevel=error </dev/null
    cp package-lock.json node_modules/.installed
  fi
fi

# tool NAME VERSION CRATES: a cargo command from the registry, built without optimisation: it runs for seconds.
tool() {
  local name=$1 version=$2 crates=$3
  ! cargo "${name#cargo-}" --version >/dev/null 2>&1 || return 0
  say "Installing $name $version (a minute or two on two cores)"
  # A folder of its own under target/, so that its crates are not built again after a failure half-way.
  CARGO_TARGET_DIR=$target/tools cargo install --locked --debug --config profile.dev.debug=false "${@:4}" "$name@$version" 2>&1 </dev/null |
    progress "crates of $name" "$crates" '^ *Compiling ' '^error|^Caused|Installed'
  rm -rf "$target/tools"
}

if [ "$purpose" = deb ]; then tool cargo-deb 3.8.0 62 --no-default-features; fi

if [ "$purpose" = ci ]; then
  for part in fmt clippy; do
    cargo "$part" --version >/dev/null 2>&1 && continue
    say "Installing cargo $part"
    rustup component add "${part/fmt/rustfmt}"
  done
  tool cargo-deny 0.20.2 142
fi

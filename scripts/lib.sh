# shellcheck shell=bash
# Shared by the scripts beside it; read with `source`.

say() { printf '%s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }

# The folder cargo builds into.
# shellcheck disable=SC2034
target=${CARGO_TARGET_DIR:-target}

# Where rustup puts cargo; a non-interactive shell may not have it in PATH.
[ ! -d "${HOME:-/nonexistent}/.cargo/bin" ] || PATH=$HOME/.cargo/bin:$PATH

# took SECONDS: «1 min 20 s»
took() { if [ "$1" -ge 60 ]; then printf '%d min %d s' $(($1 / 60)) $(($1 % 60)); else printf '%d s' "$1"; fi; }

# COMMAND 2>&1 | progress WHAT TOTAL COUNTED [KEPT]
# Counts the lines that match COUNTED and says about twenty times how far it is; of the others it shows those that match KEPT.
progress() {
  local what=$1 total=$2 counted=$3 kept=${4:-.} n=0 line every
  every=$((total / 20 + 1))
  while IFS= read -r line; do
    if [[ $line =~ $counted ]]; then
      n=$((n + 1))
      if ((n % every == 0)); then printf '  %s: %d of about %d\n' "$what" "$n" $((n > total ? n : total)); fi
    elif [[ $line =~ $kept ]]; then
      printf '%s\n' "$line"
    fi
  done
}

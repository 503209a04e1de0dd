#!/usr/bin/env bash
# notices.sh FILE: the crates that are built into the program, with the licence texts they come with; each text stands once.
# Most of them ask for it (MIT, BSD, Apache-2.0 section 4): whoever hands the program on hands these on with it.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/lib.sh
file=$1
mkdir -p "$(dirname "$file")"
sources=(${CARGO_HOME:-$HOME/.cargo}/registry/src/*)
declare -A texts=()
bodies=$(mktemp)
trap 'rm -f "$bodies"' EXIT

{
  printf 'Crates built into samskab: name, version, licence, where it comes from, and the numbers of the texts below.\n\n'
  cargo tree --locked --package samskab --edges normal --prefix none --format '{p}|{l}|{r}' </dev/null | sed 's/ (\*)$//' | grep -v '^samskab' | LC_ALL=C sort -u |
    while IFS='|' read -r package licence repository; do
      read -r name version _ <<<"$package"
      numbers=()
      for folder in "${sources[@]/%//$name-${version#v}}"; do
        for text in "$folder"/LICEN[CS]E* "$folder"/COPYING* "$folder"/NOTICE* "$folder"/UNLICENSE*; do
          [ -f "$text" ] || continue
          sum=$(tr -s '[:space:]' ' ' <"$text" | sha256sum | cut -c1-64)
          if [ -z "${texts[$sum]:-}" ]; then
            texts[$sum]=$((${#texts[@]} + 1))
            printf '\n\n---------- %d ----------\n\n' "${texts[$sum]}" >>"$bodies"
            cat "$text" >>"$bodies"
          fi
          numbers+=("${texts[$sum]}")
        done
      done
      printf '%s %s | %s | %s | %s\n' "$name" "$version" "$licence" "$repository" "${numbers[*]:-its text is the licence of that name at spdx.org}"
    done
  cat "$bodies"
} >"$file"
say "  $file: $(sed '/^----------/q' "$file" | grep -c ' | ') crates"

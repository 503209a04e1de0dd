#!/usr/bin/env bash
# A private PostgreSQL for tests, on loopback and a free port, that leaves nothing behind.
#
#   postgres.sh start [NAME]   prints its address: postgres://samskab:…@127.0.0.1:PORT/postgres (a superuser)
#   postgres.sh stop [NAME]    stops it and removes its files; does nothing when there is none
#   postgres.sh sweep          stops those whose NAME ends in the number of a process that is no more
#
# PostgreSQL does not run as root: root hands it to the user postgres. SAMSKAB_POSTGRES_FSYNC=on makes it write to the disk
# for real, for tests that kill it; ordinary tests are faster without.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/lib.sh
name=${2:-by-hand}
# One file for each server that runs; it holds the server's folder.
record=$target/postgres/$name
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1) || true
[ -n "$bin" ] || die "There is no PostgreSQL under /usr/lib/postgresql: bash scripts/install.sh test"

# From / because the user postgres need not be able to enter this folder.
server() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

stop() {
  local record=$1 folder
  [ -f "$record" ] || return 0
  folder=$(cat "$record")
  if [ -f "$folder/data/postmaster.pid" ]; then
    server "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || say "PostgreSQL in $folder did not stop" >&2
  fi
  # Only ever a folder that start made.
  [[ $folder == */samskab-postgres.* ]] && rm -rf "$folder"
  rm -f "$record"
}

start() {
  [ ! -f "$record" ] || stop "$record"
  mkdir -p "$target/postgres"
  # In /tmp: reachable for the user postgres, and short enough for a socket's path (107 characters).
  local folder password port fsync=${SAMSKAB_POSTGRES_FSYNC:-off}
  folder=$(mktemp -d /tmp/samskab-postgres.XXXXXX)
  printf '%s\n' "$folder" >"$record"
  trap 'stop "$record"' ERR
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s\n' "$password" >"$folder/password"
  [ "$(id -u)" != 0 ] || chown -R postgres: "$folder"
  # The password keeps other users of the machine out. Plain text on loopback: deriving a key for each of thousands of
  # connections would cost more than the tests themselves. C.UTF-8 sorts as SQLite does.
  server "$bin/initdb" -D "$folder/data" -U samskab --pwfile="$folder/password" -A password -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 || {
    cat "$folder/initdb.log" >&2
    false
  }
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    port=$((20000 + RANDOM % 12000)) # below the range the system gives to outgoing connections
    if server "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w -t 60 -o "-h 127.0.0.1 -p $port -k $folder
      -c fsync=$fsync -c synchronous_commit=$fsync -c full_page_writes=$fsync -c max_connections=300" start >/dev/null 2>&1; then
      printf 'postgres://samskab:%s@127.0.0.1:%d/postgres\n' "$password" "$port"
      return
    fi
    grep -q 'could not bind' "$folder/server.log" 2>/dev/null || break
  done
  cat "$folder/server.log" >&2
  false
}

case ${1:-} in
  start) start ;;
  stop) stop "$record" ;;
  sweep)
    for record in "$target"/postgres/*-[0-9]*; do
      [ ! -f "$record" ] || kill -0 "${record##*-}" 2>/dev/null || stop "$record"
    done
    ;;
  *) die "postgres.sh start|stop [NAME], or sweep" ;;
esac

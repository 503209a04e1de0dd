#!/usr/bin/env bash
# What one large committee costs: its archive with 300 recommendations, its archive with 500 MB of files, and ideas like the one
# somebody types among 5,000. Time as a browser has it, over loopback, and the most memory the program held meanwhile (VmHWM).
# PROFILE=debug measures the development build; PROGRAM=… measures a program that is there.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/lib.sh

profile=${PROFILE:-release}
program=${PROGRAM:-}
ideas=${IDEAS:-5000}
files=${FILES:-10} # of 50 MB each
goal=50            # milliseconds, for ideas like what somebody types
if [ -z "$program" ]; then
  if [ "$profile" = release ]; then bash scripts/build.sh --release --package samskab --bin samskab; else bash scripts/build.sh --package samskab --bin samskab; fi
  program=$target/$profile/samskab
fi

folder=$(mktemp -d)
pid=
finish() {
  if [ -n "$pid" ]; then kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; fi
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

# One person asks again and again: the limits on how often one may are off.
printf '[limits]\nenabled = false\n[files]\nmax_mb = 60\n' >"$folder/settings.toml"
while port=$((20000 + RANDOM % 12000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
url=http://127.0.0.1:$port
with=(--config "$folder/settings.toml" --data "$folder/data" --listen "127.0.0.1:$port")

start() {
  env -u SAMSKAB_DATABASE "$program" demo "${with[@]}" >"$folder/log" 2>&1 &
  pid=$!
  until curl -sf -o /dev/null "$url/om"; do kill -0 "$pid" || die "$(tail -n 5 "$folder/log")"; sleep 0.2; done
  sleep 5 # the first round of background work
  cookie=$(curl -s -o /dev/null -D - -H 'Sec-Fetch-Site: same-origin' -d role=secretary "$url/rolle" | sed -n 's/^set-cookie: \([^;]*\).*/\1/ip' | tr -d '\r')
}
stop() { kill "$pid"; wait "$pid" 2>/dev/null || true; pid=; }
post() { curl -sS -b "$cookie" -H 'Sec-Fetch-Site: same-origin' "$@"; }
memory() { awk -v what="$1:" '$1 == what { printf "%d", $2 / 1024 }' "/proc/$pid/status"; }

# archive LABEL SLUG: takes it out twice, the first time to warm up
archive() {
  local before
  answer=$(post -o "$folder/archive.zip" -w '%{http_code}' -X POST "$url/forloeb/$2/arkiv/hent")
  [ "$answer" = 200 ] || die "the archive was answered $answer: $(sed -n 's/<h1[^>]*>//p' "$folder/archive.zip")"
  stop
  start
  before=$(memory VmRSS)
  echo 5 >"/proc/$pid/clear_refs" # the highest mark begins anew
  post -o "$folder/archive.zip" -w "| $1 | %{time_total} s | %{size_download} bytes |" -X POST "$url/forloeb/$2/arkiv/hent"
  printf ' %s MB before, %s MB at most |\n' "$before" "$(memory VmHWM)"
  "$program" verify archive "$folder/archive.zip" >"$folder/verified" || die "the archive does not hold: $(tail -n 5 "$folder/verified")"
}

say "Filling: committees with 300 recommendations"
env -u SAMSKAB_DATABASE "$program" demo --scale --people 500 --spaces 12 --entries 12000 --recommendations 300 "${with[@]}"
start
large=$(for side in 1 2; do post "$url/forloeb?side=$side"; done | grep -o 'href="/forloeb/[a-z0-9-]*-1"' | head -n 1 | cut -d/ -f3 | tr -d '"')
[ -n "$large" ] || die "the committee to be archived is not in the list"
archive '300 recommendations' "$large"

say "$ideas ideas, as notes of 60 lines"
about=(bænke cykelstier legepladser busser træer lamper biblioteket svømmehallen torvet havnen skolen hallen klubben parken kaffe musik)
verb=(flere bedre nye grønne trygge åbne gratis lune lange korte små store)
where=('ved åen' 'i byen' 'til unge' 'for ældre' 'i Sandhavn' 'om aftenen' 'ved stationen' 'på torvet' 'i weekenden' 'langs kajen' 'til alle' 'om vinteren')
facilitator=$(curl -s -o /dev/null -D - -H 'Sec-Fetch-Site: same-origin' -d role=facilitator "$url/rolle" | sed -n 's/^set-cookie: \([^;]*\).*/\1/ip' | tr -d '\r')
cpu() { awk '{ print $14 + $15 }' "/proc/$pid/stat"; } # user and system time, in ticks
RANDOM=7
for ((n = 0; n < ideas; n += 60)); do
  notes=
  own=()
  for ((i = 0; i < 60; i++)); do
    notes+="${verb[RANDOM % 12]} ${about[RANDOM % 16]} og ${about[RANDOM % 16]} ${where[RANDOM % 12]} nummer $((n + i))"$'\n'
    own+=(-d "to-$i=own")
  done
  answer=$(curl -sS -o "$folder/answer" -w '%{http_code}' -b "$facilitator" -H 'Sec-Fetch-Site: same-origin' --data-urlencode "notes=$notes" -d way=hall -d looked=yes "${own[@]}" "$url/forloeb/ungepolitik/ideer/sedler")
  [ "$answer" = 303 ] || die "the notes were answered $answer: $(sed -n 's/<h1[^>]*>//p' "$folder/answer")"
done
before=$(cpu)
for ((round = 0; round < 10; round++)); do
  for words in 'flere b' 'flere bænke' 'bænke ved åen' 'cykelsti' 'cyklestier i byen' 'gratis bus om aftenen' 'træ' 'grønne træer på torvet for ældre' \
    'svømmehal' 'musik i parken i weekenden' 'lys ved stationen' 'kaffe og musik til alle' 'et sted at være for unge' 'skolen åben om aftenen'; do
    curl -sS -o /dev/null -w '%{time_total}\n' -b "$cookie" -G --data-urlencode "q=$words" "$url/forloeb/ungepolitik/ideer/lignende"
  done
done | sort -n >"$folder/times"
middle=$(sed -n '71p' "$folder/times") late=$(sed -n '139p' "$folder/times")
awk -v n="$ideas" -v m="$middle" -v l="$late" -v c="$(($(cpu) - before))" -v tick="$(getconf CLK_TCK)" \
  'BEGIN { printf "| like what is typed, %d ideas | p50 %.1f ms | p99 %.1f ms | %.1f ms of CPU |\n", n, m * 1000, l * 1000, c * 1000 / tick / 140 }'
slow=$(awk -v l="$late" -v goal="$goal" 'BEGIN { print (l * 1000 >= goal) }')

say "$files files of 50 MB"
for ((n = 1; n <= files; n++)); do
  { printf '%%PDF-1.7\n'; head -c 50000000 /dev/urandom; } >"$folder/tegning.pdf"
  answer=$(post -o "$folder/answer" -w '%{http_code}' -F "title=Tegning $n" -F "file=@$folder/tegning.pdf;type=application/pdf" "$url/forloeb/faerre-aeldre-alene/filer/ny")
  [ "$answer" = 303 ] || die "the file was answered $answer: $(sed -n 's/<h1[^>]*>//p' "$folder/answer")"
done
archive "$((files * 50)) MB of files" faerre-aeldre-alene
say "$profile build; $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores"
[ "$slow" = 0 ] || die "ideas like what somebody types took $goal ms or more at the 99th percentile"

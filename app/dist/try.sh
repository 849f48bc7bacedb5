#!/usr/bin/env bash
# Tries a release archive as an operator would, on a path that has neither Java nor Node: unpacks it
# somewhere else, serves, looks, backs up, restores, and stops. Called by `./kith dist` with the
# archive; by itself: app/dist/try.sh ARCHIVE
set -euo pipefail
archive=$(readlink -f "$1")
folder=$(mktemp -d)
relay=
end() {
  [ -z "$relay" ] || kill -9 "$relay" 2>/dev/null || true
  rm -rf "$folder"
}
trap end EXIT

fail() {
  echo "The archive does not do what it should: $*" >&2
  [ ! -s "$folder/errors" ] || tail -n 20 "$folder/errors" >&2
  exit 1
}

# Nothing but what any Linux or macOS has.
mkdir "$folder/bin"
for tool in sh cat dirname readlink uname; do ln -s "$(command -v "$tool")" "$folder/bin/$tool"; done
alone=(env -i "PATH=$folder/bin" "HOME=$folder" "TMPDIR=$folder")
alone() { "${alone[@]}" "$@"; }
! alone sh -c 'command -v java || command -v node' || fail "the path of this trial has Java or Node"

(cd "$(dirname "$archive")" && sha256sum --quiet -c "$(basename "$archive").sha256") || fail "its checksum is another"
tar -xzf "$archive" -C "$folder"
home=$(echo "$folder"/kith-*)
for page in "$home"/*.md; do
  while read -r link; do
    [ -e "$home/$link" ] || fail "$(basename "$page") leads to $link, which is not there"
  done < <(grep -oE '\]\([^):#]+\)' "$page" | tr -d ']()')
done

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }
ask() {
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$1" >&3
  tr -d '\r' <&3
  exec 3>&-
}
serve() {
  port=$((20000 + RANDOM % 20000))
  while answers; do port=$((port + 1)); done
  # In place of the shell that is begun for it: what is stopped later is the relay itself.
  (exec "${alone[@]}" "$home/kith" serve --port "$port" --data "$1" >"$folder/output" 2>"$folder/errors") &
  relay=$!
  until answers; do kill -0 "$relay" 2>/dev/null || fail "it does not serve"; done
  [[ $(ask /health) == "HTTP/1.1 200"*ok ]] || fail "/health does not answer ok"
  [[ $(ask /) == "HTTP/1.1 200"*"<html"* ]] || fail "the app is not served"
  [[ $(ask /v1/about) == "HTTP/1.1 200"*'"day":'* ]] || fail "/v1/about does not answer"
}
stop() {
  kill -TERM "$relay"
  wait "$relay" || [ $? = 143 ] || fail "it did not stop gently"
  ! answers || fail "it goes on after it was stopped"
  relay=
}

serve "$folder/data"
alone "$home/kith" backup --data "$folder/data" "$folder/backup.kith" >/dev/null || fail "backup while it serves"
alone "$home/kith" doctor --data "$folder/data" >"$folder/doctor" || fail "doctor: $(cat "$folder/doctor")"
stop
alone "$home/kith" restore "$folder/backup.kith" --data "$folder/again" >/dev/null || fail "restore"
serve "$folder/again"
stop
alone "$home/kith" deck check --json >/dev/null || fail "deck check"
alone "$home/kith" --help >/dev/null || fail "--help"
[[ $(alone "$home/kith") == *"Usage: kith"* ]] || fail "no word of what there is"
echo "Unpacked and tried without Java or Node: it serves, backs up, restores, and stops." >&2

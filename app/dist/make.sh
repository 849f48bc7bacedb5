#!/usr/bin/env bash
# Makes the release archive: the program, a Java runtime cut to what it needs, an AOT cache, and the
# files an operator starts from. Called by `./kith dist` after the build, with JAVA_HOME set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' pom.xml | head -n 1)
commit=$(git rev-parse HEAD 2>/dev/null || echo unknown)
moment=$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)
name=kith-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
home=target/dist/$name

step() { printf '  [%s/7] %s\n' "$1" "$2" >&2; }

rm -rf "$home" "$home.tar.gz"
mkdir -p "$home/lib/more" "$home/share"

step 1 "program"
cp app/target/app.jar app/target/lib/*.jar "$home/lib/"
cp app/target/lib/more/*.jar "$home/lib/more/"
cp app/dist/kith "$home/kith"
chmod 755 "$home/kith"
cp LICENSE CHANGELOG.md "$home/"
cp docs/threat-model.md "$home/"
# The decisions are not in the archive: they are named there, and no link leads to nothing.
sed -E 's#\[([^]]*)\]\(decisions/[^)]*\)#\1#g' docs/operating.md >"$home/README.md"
sed -E 's#\]\(docs/threat-model\.md\)#](threat-model.md)#g' SECURITY.md >"$home/SECURITY.md"
cp app/dist/kith.service app/dist/Containerfile app/dist/compose.yaml app/dist/Caddyfile app/dist/nginx.conf "$home/share/"
printf 'kith %s\ncommit %s\n' "$version" "$commit" >"$home/VERSION"
chmod -R u=rwX,go=rX "$home"
# The cache is bound to the names, order and times of the jars: all times are that of the commit.
find "$home" -exec touch -h -d "@$moment" {} +

step 2 "Java runtime"
# What the class files name, and what is only reached by name while running: the app inside its jar,
# TLS to PostgreSQL and push services, and the flight recorder that operators switch on.
asked=$("$JAVA_HOME/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps "$home"/lib/*.jar "$home"/lib/more/*.jar | tail -n 1)
modules=$(printf '%s,java.net.http,java.naming,java.management,java.logging,jdk.jfr,jdk.unsupported,jdk.zipfs' "$asked" \
  | tr ',' '\n' | sort -u | grep -v -e '^$' | paste -sd,)
"$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages \
  --compress zip-6 --output "$home/runtime"

step 3 "rehearsal for the AOT cache"
# Without how often each part of the code ran: Java would compile all of that once more while it starts.
KITH_REHEARSE=1 KITH_JAVA_OPTIONS="-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining" "$home/kith" rehearse >target/dist/rehearsal.log 2>&1 \
  || { tail -n 20 target/dist/rehearsal.log >&2; echo "The rehearsal failed; the lines above say why." >&2; exit 1; }
[ -s "$home/lib/kith.aot" ] || { tail -n 20 target/dist/rehearsal.log >&2; echo "The rehearsal left no AOT cache." >&2; exit 1; }

step 4 "list of parts"
node app/dist/parts.mjs write "$home"

step 5 "archive"
find "$home" -newermt "@$moment" -exec touch -h -d "@$moment" {} +
tar --sort=name --owner=0 --group=0 --numeric-owner -C target/dist -czf "$home.tar.gz" "$name"

unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
tar -C "$unpacked" -xzf "$home.tar.gz"
node app/dist/parts.mjs check "$unpacked/$name" || { echo "The list of parts is not what lies in the archive; the lines above say where." >&2; exit 1; }

step 6 "checksums"
(cd target/dist && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")

step 7 "unpacked and tried"
app/dist/try.sh "$home.tar.gz"
printf '%s\n' "$home.tar.gz"

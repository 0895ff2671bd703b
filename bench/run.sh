#!/usr/bin/env bash
# Generates registers of the given sizes, measures how fast they are read and written, and prints one table.
# Usage: bench/run.sh [sizes…]        default: 10000 1000000
# Exit status: 0 measured (also when a wanted figure is missed: the table says so), 1 something broke.
set -euo pipefail

bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(dirname "$bench")
program=$project/target/quarkus-app-postgresql/quarkus-run.jar
sizes=("$@")
[ $# -gt 0 ] || sizes=(10000 1000000)

fail() {
  echo "bench: $1" >&2
  exit 1
}

need() {
  command -v "$1" > /dev/null || fail "$1 is missing; it is in the package $2"
}

need java "openjdk-17-jdk (Debian and Ubuntu)"
need mvn "maven (Debian and Ubuntu, Homebrew)"
need wrk "wrk (Debian and Ubuntu, Homebrew)"
need pgbench "postgresql-contrib (Debian and Ubuntu) or postgresql (Homebrew)"
for size in "${sizes[@]}"; do
  [[ $size =~ ^[1-9][0-9]{3,6}$ ]] || fail "$size is not a size; give whole numbers from 1000 to 9999999"
done

[ -f "$program" ] || (cd "$project" && mvn -q -B -DskipTests -Ppostgresql package)
(cd "$bench" && mvn -q -B package)

folder=$(mktemp -d)
java=
cleanup() {
  # The Java program ends its servers when it is asked to end.
  [ -z "$java" ] || kill "$java" 2> /dev/null && wait "$java" 2> /dev/null || true
  rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 1' INT TERM HUP

java -cp "$bench/target/bench.jar:$bench/target/lib/*" org.servanda.bench.Bench "$program" "$folder" "${sizes[@]}" &
java=$!
wait "$java"

#!/usr/bin/env bash
# Generates a register, reads it whole as files beside COPY of psql, then asks a log for proofs and verifies a bundle.
# Usage: bench/reports.sh [commitments [entries]]        default: 1000000 100000
# Exit status: 0 measured (also when a wanted figure is missed: the output says so), 1 something broke.
set -euo pipefail

bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(dirname "$bench")
program=$project/target/quarkus-app-postgresql/quarkus-run.jar
commitments=${1:-1000000}
entries=${2:-100000}

fail() {
  echo "bench: $1" >&2
  exit 1
}

need() {
  command -v "$1" > /dev/null || fail "$1 is missing; it is in the package $2"
}

need java "openjdk-17-jdk (Debian and Ubuntu)"
need jcmd "openjdk-17-jdk (Debian and Ubuntu)"
need mvn "maven (Debian and Ubuntu, Homebrew)"
need psql "postgresql-client (Debian and Ubuntu) or postgresql (Homebrew)"
need unzip "unzip (Debian and Ubuntu, Homebrew)"
for number in "$commitments" "$entries"; do
  [[ $number =~ ^[1-9][0-9]{2,6}$ ]] || fail "$number is not a size; give whole numbers from 100 to 9999999"
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

java -cp "$bench/target/bench.jar:$bench/target/lib/*" org.servanda.bench.ExportBench "$program" "$folder" \
  "$commitments" "$entries" &
java=$!
wait "$java"

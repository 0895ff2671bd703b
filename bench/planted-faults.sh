#!/usr/bin/env bash
# Plants each fault of src/test/planted in a copy of this checkout, one at a time, and runs the random tests that its second
# line names, in their usual size, on H2. Prints a line for each fault and test; exit status 1 when one was not found.
# Usage: bench/planted-faults.sh [patch...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$copy"
[ $# -gt 0 ] || set -- src/test/planted/*.patch
missed=0
for patch in "$@"; do
    name=$(basename "$patch" .patch)
    tests=$(sed -n 's/^Found by: //p' "$patch")
    git -C "$copy" apply "$PWD/$patch"
    (cd "$copy" && mvn -B -ntp test -DskipPostgresql -Dspotless.check.skip=true -Dmaven.test.failure.ignore \
        -Dtest="$tests" > "$copy/$name.log" 2>&1) || tail -20 "$copy/$name.log" >&2
    git -C "$copy" apply -R "$PWD/$patch"
    for test in ${tests//,/ }; do
        ran=$(grep -E "Tests run: .* -- in .*\.$test\$" "$copy/$name.log" || true)
        case $ran in
            *'Failures: 0, Errors: 0'* | '') found=MISSED missed=1 ;;
            *) found=FOUND ;;
        esac
        echo "$name by $test: $found"
    done
done
exit $missed

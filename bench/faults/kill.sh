#!/usr/bin/env bash
# Kills the service (SIGKILL) while sixteen clients report, on H2 and on PostgreSQL, and compares what they were told
# with what the register holds. Usage: bench/faults/kill.sh [times]        default: 20
# Prints a line for each store; exit status 1 when anything acknowledged is lost, half there or there twice.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
times=${1:-20}
[[ $times =~ ^[1-9][0-9]{0,3}$ ]] || { echo "kill.sh: $times is not a number of times" >&2; exit 1; }

mvn -q -B -ntp verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=KilledServiceIT \
  -Dexec.skip=true -Dservanda.kills="$times"

#!/usr/bin/env bash
# Lets 320 clients ask for lists at once and compares with 16, while sixteen others report; on H2 and on PostgreSQL.
# On a machine that has nothing else to do. Usage: bench/faults/overload.sh [seconds of each part]        default: 20
exec "$(dirname "${BASH_SOURCE[0]}")/run" OverloadIT -Dservanda.overload="${1:-20}" -Dservanda.rates=true

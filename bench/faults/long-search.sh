#!/usr/bin/env bash
# Searches for as much as a query may hold with sixteen clients at a time, while sixteen others report; on H2 and on
# PostgreSQL. Usage: bench/faults/long-search.sh [searches of each]        default: 60
exec "$(dirname "${BASH_SOURCE[0]}")/run" LongSearchIT -Dservanda.searches="${1:-60}"

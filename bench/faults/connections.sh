#!/usr/bin/env bash
# Lets PostgreSQL end connections at random while sixteen clients report and four read.
# Usage: bench/faults/connections.sh [connections]        default: 200
exec "$(dirname "${BASH_SOURCE[0]}")/run" TerminatedConnectionsIT -Dservanda.connections="${1:-200}"

#!/usr/bin/env bash
# Kills (SIGKILL) one of two nodes on one PostgreSQL, lets another join, and so on.
# Usage: bench/faults/two-instances.sh [times]        default: 6
exec "$(dirname "${BASH_SOURCE[0]}")/run" TwoInstancesIT -Dservanda.node-kills="${1:-6}"

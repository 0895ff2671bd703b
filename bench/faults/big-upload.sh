#!/usr/bin/env bash
# Sends bodies that do not end, of every kind, while sixteen clients report and four read; on H2 and on PostgreSQL.
# Usage: bench/faults/big-upload.sh [rounds of eight bodies]        default: 5
exec "$(dirname "${BASH_SOURCE[0]}")/run" BigUploadIT -Dservanda.uploads="${1:-5}"

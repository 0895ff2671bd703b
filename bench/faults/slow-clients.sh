#!/usr/bin/env bash
# Lets 210 connections with one key send bodies of a byte each two seconds, while sixteen clients report and four read;
# on H2 and on PostgreSQL. Usage: bench/faults/slow-clients.sh [seconds]        default: 60
exec "$(dirname "${BASH_SOURCE[0]}")/run" SlowClientsIT -Dservanda.slow="${1:-60}"

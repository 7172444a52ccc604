#!/bin/sh
# pkgconfig.sh PCFOLDER SOURCE SCRATCH DATA DOCUMENT COMPILER LINKFLAGS: builds the consumer with what pkg-config says and runs it.
set -eu
mkdir -p "$3"
export PKG_CONFIG_PATH="$1"
# shellcheck disable=SC2046,SC2086  # flags are words
"$6" -DDATA_FOLDER="\"$4\"" "$2" -o "$3/consumer" $(pkg-config --cflags kwalign) $(pkg-config --libs kwalign) $7
"$3/consumer" "$5"

#!/bin/bash
# A plan of packs on several machines, with GNU parallel over ssh, in the folder in which the plan was
# made; the machines see that folder under the same path:
#
#   hearth plan --councils councils --output packs > plan.tsv
#   parallel.sh plan.tsv --sshloginfile machines
#
# What follows the plan is parallel's: --dry-run shows the commands, -j N takes N at once. plan.log says
# how each ended; the status is the number of packs that failed, 101 if there were more than 100.
plan=${1:?name the file with the plan}
shift
cut -f 3 "$plan" | parallel --workdir . --joblog plan.log "$@"

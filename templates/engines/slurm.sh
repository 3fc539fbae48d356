#!/bin/bash
#SBATCH --job-name=hearth
#SBATCH --output=hearth-%A_%a.txt
#SBATCH --requeue
# A plan of packs as an array of tasks, in the folder in which the plan was made:
#
#   hearth plan --councils councils --output packs > plan.tsv
#   sbatch --array=1-64 slurm.sh plan.tsv
#
# Task 3 of 64 takes the lines 3, 67, 131 and so on. A pack that fails is named in its task's file and
# stops no other; the task then ends with 1. A line that is run again, since a node was lost, leaves the
# packs that are whole as they are.
plan=${1:?name the file with the plan}
first=${SLURM_ARRAY_TASK_ID:?start this with sbatch --array=1-64}
step=${SLURM_ARRAY_TASK_COUNT:?}
failed=0
while IFS=$'\t' read -r council year command <&3; do
	if ! bash -c "$command" 3<&-; then
		echo "FAILED $council $year"
		failed=1
	fi
done 3< <(awk -v first="$first" -v step="$step" 'NR % step == first % step' "$plan")
exit $failed

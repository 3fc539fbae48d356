#include "audit/system.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"

void system_init(struct system *system, int numbers)
{
	size_t room = (size_t)numbers + 1;

	glp_term_out(GLP_OFF);
	system->problem = glp_create_prob();
	system->row = (struct system_row){
		.numbers = memory_resize(NULL, room * sizeof *system->row.numbers),
		.factors = memory_resize(NULL, room * sizeof *system->row.factors)};
	glp_add_cols(system->problem, numbers);
	for (int i = 1; i <= numbers; i++) {
		glp_set_col_kind(system->problem, i, GLP_IV);
		glp_set_col_bnds(system->problem, i, GLP_DB, 0, SYSTEM_MOST);
	}
}

void system_release(struct system *system)
{
	glp_delete_prob(system->problem);
	free(system->row.numbers);
	free(system->row.factors);
	glp_free_env();
}

static void end_row(struct system *system, int kind, double bound)
{
	int row = glp_add_rows(system->problem, 1);

	glp_set_row_bnds(system->problem, row, kind, bound, bound);
	glp_set_mat_row(system->problem, row, system->row.terms, system->row.numbers,
			system->row.factors);
	system->row.terms = 0;
}

void system_fix(struct system *system, int number, int64_t value)
{
	int column = number + 1;

	if (glp_get_col_type(system->problem, column) != GLP_FX)
		glp_set_col_bnds(system->problem, column, GLP_FX, (double)value, (double)value);
	else if (llround(glp_get_col_lb(system->problem, column)) != value)
		end_row(system, GLP_FX, 1); /* nothing comes to 1: the solver will say so */
}

void system_term(struct system *system, int number, int64_t factor)
{
	struct system_row *row = &system->row;

	for (int i = 1; i <= row->terms; i++)
		if (row->numbers[i] == number + 1) {
			row->factors[i] += (double)factor;
			return;
		}
	row->terms++;
	row->numbers[row->terms] = number + 1;
	row->factors[row->terms] = (double)factor;
}

void system_at_least(struct system *system, int64_t least)
{
	end_row(system, GLP_LO, (double)least);
}

void system_nought(struct system *system)
{
	end_row(system, GLP_FX, 0);
}

bool system_reach(struct system *system, int number, bool most, int64_t *reach)
{
	glp_iocp how;
	bool found;

	glp_init_iocp(&how);
	how.presolve = GLP_ON;
	how.msg_lev = GLP_MSG_OFF;
	glp_set_obj_dir(system->problem, most ? GLP_MAX : GLP_MIN);
	glp_set_obj_coef(system->problem, number + 1, 1);
	found = glp_intopt(system->problem, &how) == 0 &&
		glp_mip_status(system->problem) == GLP_OPT;
	if (found)
		*reach = llround(glp_mip_obj_val(system->problem));
	glp_set_obj_coef(system->problem, number + 1, 0);
	return found;
}

#include <math.h>

#include "render/draw/chart_lines.h"
#include "render/draw/chart_parts.h"
#include "render/draw/chart_rows.h"
#include "render/draw/chart_series.h"
#include "render/draw/chart_text.h"

#define HEIGHT_SHARE 0.45 /* of the width, but for these limits: */
#define HEIGHT_LEAST 14.0
#define HEIGHT_MOST 20.0 /* from 0 to the largest value, in sizes */
#define MARK 0.34	 /* radius */
#define END_GAP 0.9	 /* from the first or last mark to its text */
#define SPREADS 40	 /* rounds of moving such texts apart */
#define END_SHARE 0.34	 /* the ends' texts take at most that share of the width */
#define TEXT_ABOVE 0.8	 /* a text box above and below its baseline */
#define TEXT_BELOW 0.28

struct box {
	double left, top, right, bottom;
};

struct line_end {
	size_t series;
	const struct chart_value *value;
	struct lines name;
	double x, mark; /* of the mark */
	double top;	/* of the text, moved until no two meet */
	double height;
};

struct line_ends {
	struct line_end *items; /* from the highest down */
	size_t count;
};

struct plot {
	double left, step, base, unit;
	double end;	   /* where the ends' texts begin */
	bool named;	   /* the names stand at the ends, else in a legend */
	struct box *boxes; /* marks, and texts already placed */
	size_t box_count;
};

static double point_x(const struct plot *plot, size_t category)
{
	return plot->left + plot->step * (double)category;
}

static double point_y(const struct plot *plot, const struct chart_value *value)
{
	return plot->base - value_amount(value) * plot->unit;
}

static const struct chart_value *value_at(const struct drawing *drawing, size_t category,
					  size_t series)
{
	return &drawing->chart->categories[category].values[series];
}

static bool boxes_meet(const struct box *a, const struct box *b)
{
	return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

/* Whether the straight line between the points comes through the box: clipped by its sides. */
static bool line_meets(const struct box *box, double x1, double y1, double x2, double y2)
{
	double from = 0, to = 1, dx = x2 - x1, dy = y2 - y1;
	const double p[4] = {-dx, dx, -dy, dy};
	const double q[4] = {x1 - box->left, box->right - x1, y1 - box->top, box->bottom - y1};

	for (size_t i = 0; i < 4; i++) {
		if (p[i] == 0) {
			if (q[i] < 0)
				return false;
			continue;
		}
		double t = q[i] / p[i];

		if (p[i] < 0 && t > from)
			from = t;
		if (p[i] > 0 && t < to)
			to = t;
	}
	return from <= to;
}

static bool is_free(const struct drawing *drawing, const struct plot *plot, const struct box *box)
{
	const struct chart *chart = drawing->chart;

	for (size_t i = 0; i < plot->box_count; i++)
		if (boxes_meet(box, &plot->boxes[i]))
			return false;
	for (size_t j = 0; j < chart->series_count; j++)
		for (size_t i = 0; i + 1 < chart->category_count; i++) {
			const struct chart_value *a = value_at(drawing, i, j);
			const struct chart_value *b = value_at(drawing, i + 1, j);

			if (a->known && b->known &&
			    line_meets(box, point_x(plot, i), point_y(plot, a),
				       point_x(plot, i + 1), point_y(plot, b)))
				return false;
		}
	return box->left >= 0 && box->bottom <= plot->base;
}

/* The marks are in a text's way as other texts are. */
static void note_marks(const struct drawing *drawing, struct plot *plot)
{
	const struct chart *chart = drawing->chart;
	double reach = 1.3 * MARK * drawing->size;

	for (size_t i = 0; i < chart->category_count; i++)
		for (size_t j = 0; j < chart->series_count; j++) {
			double x = point_x(plot, i), y = point_y(plot, value_at(drawing, i, j));

			if (value_at(drawing, i, j)->known)
				plot->boxes[plot->box_count++] =
					(struct box){x - reach, y - reach, x + reach, y + reach};
		}
}

/* Above the point, or below it, or not at all: the table has it. */
static void place_value(const struct drawing *drawing, struct plot *plot, size_t category,
			size_t series)
{
	const struct chart_value *value = value_at(drawing, category, series);
	double size = drawing->size, x = point_x(plot, category), y = point_y(plot, value);
	double half = drawing_width(drawing, value->text, true) / 2;
	const double baselines[2] = {y - 0.75 * size, y + 1.4 * size};

	for (size_t i = 0; i < 2; i++) {
		struct box box = {x - half - 0.15 * size, baselines[i] - TEXT_ABOVE * size,
				  x + half + 0.15 * size, baselines[i] + TEXT_BELOW * size};

		if (!is_free(drawing, plot, &box))
			continue;
		plot->boxes[plot->box_count++] = box;
		drawing_label(drawing, x, baselines[i], value->text, true, COLOUR_INK,
			      ALIGN_MIDDLE);
		return;
	}
}

static void draw_series(const struct drawing *drawing, const struct plot *plot, size_t series)
{
	const struct chart *chart = drawing->chart;

	for (size_t i = 0; i < chart->category_count; i++) {
		const struct chart_value *value = value_at(drawing, i, series);
		const struct chart_value *next =
			i + 1 < chart->category_count ? value_at(drawing, i + 1, series) : NULL;

		if (value->known && next && next->known)
			series_line(drawing, series, point_x(plot, i), point_y(plot, value),
				    point_x(plot, i + 1), point_y(plot, next));
		if (value->known)
			series_mark(drawing, series, point_x(plot, i), point_y(plot, value),
				    MARK * drawing->size);
	}
}

/* The last known value's place; the series' count of categories when none is known. */
static size_t last_known(const struct drawing *drawing, size_t series)
{
	size_t i = drawing->chart->category_count;

	while (i-- > 0)
		if (value_at(drawing, i, series)->known)
			return i;
	return drawing->chart->category_count;
}

/* Whether the first year has a value of it, which is not its last. */
static bool begins_left(const struct drawing *drawing, size_t series)
{
	size_t last = last_known(drawing, series);

	return last > 0 && last < drawing->chart->category_count &&
	       value_at(drawing, 0, series)->known;
}

static double ends_height(const struct line_ends *ends)
{
	double height = 0;

	for (size_t i = 0; i < ends->count; i++)
		height += ends->items[i].height;
	return height;
}

static void add_end(const struct drawing *drawing, const struct plot *plot, struct line_ends *ends,
		    size_t series, size_t category)
{
	struct line_end end = {.series = series, .value = value_at(drawing, category, series)};
	double line = LINE_HEIGHT * drawing->size, room = drawing->width - plot->end;
	size_t at = ends->count++;

	end.x = point_x(plot, category);
	end.mark = point_y(plot, end.value);
	if (plot->named && category > 0)
		end.name = drawing_wrap(drawing, drawing->chart->series[series], false,
					room - drawing_width(drawing, value_text(end.value), true) -
						0.3 * drawing->size);
	end.height = (double)(end.name.count > 1 ? end.name.count : 1) * line;
	end.top = end.mark - line / 2;
	for (; at > 0 && ends->items[at - 1].top > end.top; at--)
		ends->items[at] = ends->items[at - 1];
	ends->items[at] = end;
}

/* The values at the left, of those series that begin there and go on. */
static struct line_ends first_ends(const struct drawing *drawing, const struct plot *plot)
{
	size_t count = drawing->chart->series_count;
	struct line_ends ends = {.items = ARENA_ARRAY(drawing->arena, count, struct line_end)};

	for (size_t j = 0; j < count; j++)
		if (begins_left(drawing, j))
			add_end(drawing, plot, &ends, j, 0);
	return ends;
}

/* The values and names at the right, one for each series. */
static struct line_ends last_ends(const struct drawing *drawing, const struct plot *plot)
{
	size_t count = drawing->chart->series_count, years = drawing->chart->category_count;
	struct line_ends ends = {.items = ARENA_ARRAY(drawing->arena, count, struct line_end)};

	for (size_t j = 0; j < count; j++) {
		size_t last = last_known(drawing, j);

		add_end(drawing, plot, &ends, j, last < years ? last : years - 1);
	}
	return ends;
}

/* Moves texts apart, each as little as may be, until none meets another or leaves the plot. */
static void spread_ends(const struct line_ends *ends, double ceiling, double foot)
{
	struct line_end *items = ends->items;

	for (size_t round = 0; round < SPREADS; round++)
		for (size_t i = 1; i < ends->count; i++) {
			double over = items[i - 1].top + items[i - 1].height - items[i].top;

			items[i - 1].top -= over > 0 ? over / 2 : 0;
			items[i].top += over > 0 ? over / 2 : 0;
		}
	for (size_t i = 0; i < ends->count; i++) {
		items[i].top = items[i].top > ceiling ? items[i].top : ceiling;
		ceiling = items[i].top + items[i].height;
	}
	for (size_t i = ends->count; i-- > 0;) {
		if (items[i].top + items[i].height > foot)
			items[i].top = foot - items[i].height;
		foot = items[i].top;
	}
}

/* From a mark to its text, when that is not just beside it. */
static void draw_leader(const struct drawing *drawing, const struct line_end *end, double text)
{
	double size = drawing->size, middle = end->top + LINE_HEIGHT * size / 2;
	double side = text > end->x ? 1 : -1;

	if (fabs(middle - end->mark) > 0.4 * size || fabs(text - end->x) > 3 * size)
		drawing_line(drawing, end->x + side * 0.5 * size, end->mark,
			     text - side * 0.2 * size, middle, COLOUR_QUIET, 0.75);
}

static void draw_first(const struct drawing *drawing, struct plot *plot, const struct line_end *end)
{
	double middle = end->top + end->height / 2, x = plot->left - END_GAP * drawing->size;
	double width = drawing_width(drawing, value_text(end->value), true);

	draw_leader(drawing, end, x);
	drawing_label(drawing, x, drawing_centred(drawing, middle), value_text(end->value), true,
		      COLOUR_INK, ALIGN_END);
	plot->boxes[plot->box_count++] =
		(struct box){x - width, end->top, x, end->top + end->height};
}

static void draw_last(const struct drawing *drawing, const struct plot *plot,
		      const struct line_end *end)
{
	double size = drawing->size, middle = end->top + LINE_HEIGHT * size / 2;
	double beside = drawing_width(drawing, value_text(end->value), true) + 0.3 * size;

	if (end->value->known)
		draw_leader(drawing, end, plot->end);
	drawing_label(drawing, plot->end, drawing_centred(drawing, middle), value_text(end->value),
		      true, COLOUR_INK, ALIGN_START);
	drawing_lines(drawing, &end->name, plot->end + beside, end->top, false, COLOUR_INK,
		      ALIGN_START);
}

/* Labels of as many years as fit, counted from the last. */
static void draw_foot(const struct drawing *drawing, const struct plot *plot)
{
	const struct chart *chart = drawing->chart;
	double taken = drawing->width + 1, size = drawing->size;

	drawing_line(drawing, plot->left - 0.6 * size, plot->base,
		     point_x(plot, chart->category_count - 1) + 0.6 * size, plot->base, COLOUR_INK,
		     1);
	for (size_t i = chart->category_count; i-- > 0;) {
		struct str label = chart->categories[i].label;
		double half = drawing_width(drawing, label, false) / 2, x = point_x(plot, i);

		if (x + half > drawing->width)
			x = drawing->width - half;
		if (x - half < 0)
			x = half;
		if (x + half + 0.6 * size > taken && i + 1 < chart->category_count)
			continue;
		drawing_label(drawing, x, plot->base + 1.3 * size, label, false, COLOUR_INK,
			      ALIGN_MIDDLE);
		taken = x - half;
	}
}

static double end_width(const struct drawing *drawing, bool named)
{
	const struct chart *chart = drawing->chart;
	double widest = 0;

	for (size_t j = 0; j < chart->series_count; j++) {
		size_t last = last_known(drawing, j);
		const struct chart_value *value =
			value_at(drawing, last < chart->category_count ? last : last - 1, j);
		double width = drawing_width(drawing, value_text(value), true);
		struct lines name =
			drawing_wrap(drawing, chart->series[j], false,
				     END_SHARE * drawing->width - width - 0.3 * drawing->size);

		if (named && name.torn)
			return -1;
		if (named && name.count > 0)
			width += 0.3 * drawing->size + name.width;
		widest = width > widest ? width : widest;
	}
	return widest;
}

static struct plot plot_layout(const struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	double size = drawing->size, first = 0;
	double ends = drawing->narrow ? -1 : end_width(drawing, true);
	struct plot plot = {.named = ends >= 0};

	if (!plot.named)
		ends = end_width(drawing, false);
	for (size_t j = 0; j < chart->series_count; j++) {
		double width = drawing_width(drawing, value_text(value_at(drawing, 0, j)), true);

		first = begins_left(drawing, j) && width > first ? width : first;
	}
	double label = drawing_width(drawing, chart->categories[0].label, false) / 2;

	label = label < drawing->width / 4 ? label : 0;
	plot.left = first > 0 ? first + END_GAP * size : 0.6 * size;
	plot.left = label > plot.left ? label : plot.left;
	plot.end = drawing->width - ends;
	double room = plot.end - END_GAP * size - plot.left;

	if (chart->category_count > 1 && room > 0)
		plot.step = room / (double)(chart->category_count - 1);
	plot.boxes = ARENA_ARRAY(drawing->arena, 2 * chart->category_count * chart->series_count,
				 struct box);
	return plot;
}

/* Where the foot is, and how long one is: texts that need more room make the plot higher. */
static void plot_height(const struct drawing *drawing, struct plot *plot)
{
	double size = drawing->size, largest = chart_largest(drawing->chart);
	double height = fmin(HEIGHT_SHARE * drawing->width, HEIGHT_MOST * size);
	struct line_ends last = last_ends(drawing, plot);

	height = fmax(fmax(height, HEIGHT_LEAST * size), ends_height(&last));
	plot->base = drawing->y + 1.6 * size + height;
	plot->unit = largest > 0 ? height / largest : 0;
}

void draw_lines(struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	double size = drawing->size;
	struct plot plot = plot_layout(drawing);

	if (!plot.named)
		drawing_legend(drawing, 0, KEY_LINES);
	plot_height(drawing, &plot);
	struct line_ends first = first_ends(drawing, &plot), last = last_ends(drawing, &plot);

	spread_ends(&first, drawing->y, plot.base);
	spread_ends(&last, drawing->y, plot.base);
	for (size_t j = chart->series_count; j-- > 0;)
		draw_series(drawing, &plot, j);
	note_marks(drawing, &plot);
	for (size_t i = 0; i < first.count; i++)
		draw_first(drawing, &plot, &first.items[i]);
	for (size_t j = 0; j < chart->series_count; j++)
		for (size_t i = begins_left(drawing, j), end = last_known(drawing, j); i < end; i++)
			if (value_at(drawing, i, j)->known && end < chart->category_count)
				place_value(drawing, &plot, i, j);
	for (size_t i = 0; i < last.count; i++)
		draw_last(drawing, &plot, &last.items[i]);
	draw_foot(drawing, &plot);
	drawing->y = plot.base + 1.6 * size;
}

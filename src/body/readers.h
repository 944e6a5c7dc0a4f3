#pragma once

#include <string>

#include "body/tables.h"
#include "reading/fields.h"

namespace strongback {

/// Each reads one file of data/body/ into the tables and mirrors what is paired.
void read_segments(Fields& file, BodyTables& tables);
void read_coordinates(Fields& file, BodyTables& tables);
void read_wraps(Fields& file, BodyTables& tables);
void read_fascicles(Fields& file, BodyTables& tables);
void read_ties(Fields& file, BodyTables& tables);
void read_discs(Fields& file, BodyTables& tables);
void read_patches(Fields& file, BodyTables& tables);
void read_volumes(Fields& file, BodyTables& tables);
void read_rhythm(Fields& file, BodyTables& tables);
/// [name] tables of numbers: "name.key" -> value.
void read_numbers(Fields& file, BodyTables& tables);

/// Three numbers, each within ±`largest`.
Point need_point(Fields& fields, std::string_view key, double largest = 2.0);
/// One point of a list of points.
Point point_of(const Node& node, Fields& fields);
Point mirrored(const Point& p);
std::string with_side(const std::string& id, char side);
bool has_segment(const BodyTables& tables, const std::string& id);
/// The segment `id`, or the one of that name on `side`.
std::string sided_segment(const BodyTables& tables, const std::string& id, char side);

}  // namespace strongback

#include <fmt/format.h>

#include "catalog/readers.h"

namespace strongback {
namespace {

TemplateCell read_cell(std::string value, std::string_view name, Fields* filled, Reading& reading) {
  TemplateCell cell{std::move(value), false, ""};
  if (!filled || !filled->has(name)) return cell;
  cell.rule = read_use(*filled, name, IdKind::Rule, reading);
  cell.is_filled = true;
  return cell;
}

TemplateRow read_row(Fields& fields, Reading& reading) {
  TemplateRow row;
  row.number = fields.need_whole("number", {1, 50, ""});
  row.id = read_use(fields, "exercise", IdKind::Exercise, reading);
  row.choices = read_uses(fields, "choices", IdKind::Exercise, reading);
  row.rest_s = fields.need_whole("rest_s", {0, 600, "s"});
  auto filled = fields.find_table("filled");
  Fields* rules = filled ? &*filled : nullptr;
  row.exercise = read_cell(fields.need_text("name", 80), "name", rules, reading);
  row.sets = read_cell(fields.need_text("sets", 30), "sets", rules, reading);
  row.reps = read_cell(fields.need_text("reps", 30), "reps", rules, reading);
  row.rest = read_cell(fmt::format("{} s", row.rest_s), "rest_s", rules, reading);
  if (filled) filled->finish();
  fields.finish();
  return row;
}

}  // namespace

void read_muscles(const Document& document, Reading& reading) {
  Fields file(document, reading.problems);
  read_head(file);
  for (Fields& fields : file.find_tables("muscle")) {
    Muscle muscle;
    muscle.id = read_id(fields, IdKind::Muscle, reading);
    muscle.name = fields.need_text("name", 100);
    muscle.short_name = fields.need_text("short_name", 40);
    muscle.group = fields.need_text("group", 60);
    muscle.is_back = fields.need_flag("is_back");
    muscle.trusts_model = fields.find_flag("trusts_model").value_or(false);
    muscle.full_effort = fields.find_number("full_effort", {0.01, 1.0, ""}).value_or(0.0);
    if (muscle.trusts_model && muscle.full_effort <= 0.0) {
      fields.problem(fields.place(), "a muscle that trusts the model needs 'full_effort'");
    }
    muscle.moves = fields.need_text("moves");
    muscle.source = fields.need_text("source");
    fields.finish();
    reading.catalog.muscles.push_back(std::move(muscle));
  }
  file.finish();
}

void read_equipment(const Document& document, Reading& reading) {
  Fields file(document, reading.problems);
  read_head(file);
  for (Fields& fields : file.find_tables("thing")) {
    Equipment thing;
    thing.id = read_id(fields, IdKind::Equipment, reading);
    thing.name = fields.need_text("name", 80);
    thing.is_load = fields.find_flag("is_load").value_or(false);
    thing.is_assumed = fields.find_flag("is_assumed").value_or(false);
    thing.source = fields.need_text("source");
    fields.finish();
    reading.catalog.equipment.push_back(std::move(thing));
  }
  file.finish();
}

void read_household(const Document& document, Reading& reading) {
  Fields file(document, reading.problems);
  read_head(file);
  for (Fields& fields : file.find_tables("object")) {
    HouseholdObject object;
    object.id = read_id(fields, IdKind::Household, reading);
    object.name = fields.need_text("name", 60);
    object.mass = kilograms(fields.need_number("mass_kg", {0.05, 50, "kg"}));
    object.source = fields.need_text("source");
    fields.finish();
    reading.catalog.household.push_back(std::move(object));
  }
  file.finish();
}

void read_activities(const Document& document, Reading& reading) {
  Fields file(document, reading.problems);
  read_head(file);
  for (Fields& fields : file.find_tables("activity")) {
    Activity activity;
    activity.id = read_id(fields, IdKind::Activity, reading);
    activity.code_2024 = fields.need_text("code_2024", 5);
    activity.met = fields.need_number("met", {0.9, 25, "MET"});
    activity.group = fields.need_text("group", 40);
    activity.label = fields.need_text("label", 120);
    activity.is_back_load = fields.find_flag("is_back_load").value_or(false);
    activity.source = fields.need_text("source");
    fields.finish();
    reading.catalog.activities.push_back(std::move(activity));
  }
  file.finish();
}

void read_template(const Document& document, Reading& reading) {
  Fields fields(document, reading.problems);
  read_head(fields);
  Template table;
  table.id = read_id(fields, IdKind::Template, reading);
  table.name = fields.need_text("name", 100);
  table.source = fields.need_text("source");
  for (Fields& row : fields.find_tables("row")) table.rows.push_back(read_row(row, reading));
  if (table.rows.empty()) fields.problem(fields.place(), "a template needs at least one [[row]]");
  fields.finish();
  reading.catalog.templates.push_back(std::move(table));
}

}  // namespace strongback

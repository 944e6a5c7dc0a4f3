#pragma once

#include <Eigen/Core>
#include <string>
#include <string_view>

namespace strongback {

/// Elements of an XML document as text, each on lines of its own.  Names and contents are ours:
/// nothing in them needs escaping.

/// <name>text</name>
std::string leaf(std::string_view name, std::string_view text);
/// <name>1 2 3</name>, exactly.
std::string leaf(std::string_view name, const Eigen::Ref<const Eigen::VectorXd>& values);
std::string leaf(std::string_view name, double value);
/// <type name="name"> inner </type>
std::string component(std::string_view type, std::string_view name, std::string_view inner);
/// <name> inner </name>
std::string group(std::string_view name, std::string_view inner);
/// A set of components as OpenSim writes it: <type name="lower-case type"><objects> ...
std::string set_of(std::string_view type, std::string_view objects);
/// The lines moved in by their depth.
std::string indented(const std::string& xml);
/// A whole file of OpenSim's: heading, <OpenSimDocument Version="40000"> inner, indented.
std::string opensim_document(std::string_view inner);

}  // namespace strongback

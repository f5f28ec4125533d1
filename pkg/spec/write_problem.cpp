#include "spec/write_problem.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

namespace algo::spec {

namespace {

std::string duration_text(std::chrono::nanoseconds duration) {
  constexpr std::array<std::pair<std::int64_t, const char*>, 4> kUnits{
      {{1'000'000'000, "s"}, {1'000'000, "ms"}, {1'000, "us"}, {1, "ns"}}};
  for (const auto& [size, unit] : kUnits) {
    if (duration.count() % size == 0) return std::to_string(duration.count() / size) + unit;
  }
  return "";
}

Json quantity(std::uint64_t bytes) {
  constexpr std::array<std::pair<unsigned, const char*>, 3> kUnits{
      {{30U, "Gi"}, {20U, "Mi"}, {10U, "Ki"}}};
  for (const auto& [shift, unit] : kUnits) {
    if (bytes % (std::uint64_t{1} << shift) == 0) return std::to_string(bytes >> shift) + unit;
  }
  return bytes;
}

void write_bounds(const Bounds& bounds, Json& object) {
  if (bounds.min) object["min"] = *bounds.min;
  if (bounds.max) object["max"] = *bounds.max;
}

Json write_params(const std::vector<Param>& params) {
  Json list = Json::array();
  for (const Param& param : params) {
    Json one = Json::object();
    one["name"] = param.name;
    one["type"] = type_name(param.type);
    if (param.optional) one["optional"] = true;
    if (param.default_value) one["default"] = *param.default_value;
    write_bounds(param.bounds, one);
    if (param.items.min || param.items.max) write_bounds(param.items, one["items"]);
    list.push_back(std::move(one));
  }
  return list;
}

Json write_method(const Method& method) {
  Json object = Json::object();
  object["name"] = method.name;
  object["params"] = write_params(method.params);
  object["returns"] = type_name(method.returns);
  return object;
}

Json write_function(const Function& function) {
  if (!function.is_class()) {
    Json object = write_method(function.call);
    if (!function.in_place.empty()) object["inPlace"] = function.in_place;
    return object;
  }
  Json object = Json::object();
  object["class"] = function.class_name;
  object["constructor"]["params"] = write_params(function.call.params);
  Json& methods = object["methods"] = Json::array();
  for (const Method& method : function.methods) methods.push_back(write_method(method));
  return object;
}

Json write_compare(const Compare& compare) {
  Json object = Json::object();
  switch (compare.mode) {
    case Compare::Mode::kExact:
      return "exact";
    case Compare::Mode::kTokens:
      return "tokens";
    case Compare::Mode::kLines:
      return "lines";
    case Compare::Mode::kUnordered:
      object["unordered"] = compare.depth;
      break;
    case Compare::Mode::kFloat:
      object["float"]["abs"] = compare.abs;
      object["float"]["rel"] = compare.rel;
      break;
  }
  return object;
}

Json write_limits(const Limits& limits) {
  Json object = Json::object();
  object["time"] = duration_text(limits.time);
  object["wall"] = duration_text(limits.wall);
  object["memory"] = quantity(limits.memory);
  object["output"] = quantity(limits.output);
  object["processes"] = limits.processes;
  return object;
}

}  // namespace

void write_problem_parts(const Problem& problem, Json& object) {
  const bool is_function = problem.contract == Contract::kFunction;
  object["contract"] = is_function ? "function" : "stdio";
  if (is_function) object["function"] = write_function(problem.function);
  object["compare"] = write_compare(problem.compare);
  object["limits"] = write_limits(problem.limits);
}

}  // namespace algo::spec

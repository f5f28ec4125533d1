#pragma once

#include "bundle/bundle.h"
#include "bundle/job.h"
#include "bundle/plan.h"

#include <string>

namespace algo::test {

// A function problem with two cases, 1 s of CPU and 3 s of wall time, and 128 MiB.
[[nodiscard]] spec::Problem small_problem();
// A made-up language: one source, two compile commands, 10 s and 512 MiB for compiling.
[[nodiscard]] const language::Language& small_language();
// A runner whose judge is not one.
[[nodiscard]] const bundle::Runner& small_runner();

inline constexpr const char* kSolution = "def add(a, b):\n\treturn a + b\n";
[[nodiscard]] bundle::Bundle small_bundle(const bundle::Options& options = {});

// A plan that depends on nothing but pkg/bundle, for golden files.
[[nodiscard]] bundle::Plan small_plan(const bundle::Options& options = {});
[[nodiscard]] bundle::PodFiles small_pod_files();

// Compares with test/bundle/golden/NAME; with ALGO_UPDATE_GOLDEN=1 in the environment writes it.
void check_golden(const std::string& name, const std::string& actual);

}  // namespace algo::test

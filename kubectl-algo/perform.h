#pragma once

#include "exit_code.h"
#include "op.h"
#include "world.h"

namespace algo {

// Does what the command line asked for. One overload per operation, each in its own file.
[[nodiscard]] ExitCode perform(const ListOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const ShowOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const InitOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const BuildOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const RunOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const AttachOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const LogsOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const ResultOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const RunsOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const RemoveOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const GcOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const DoctorOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const TestOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const BenchOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const VersionOp& op, ColorWhen color, World& world);
[[nodiscard]] ExitCode perform(const HelpOp& op, ColorWhen color, World& world);

// The border: parses, performs, and turns an Error into text and an exit code.
[[nodiscard]] ExitCode run_command(const std::vector<std::string>& words, World& world);

}  // namespace algo

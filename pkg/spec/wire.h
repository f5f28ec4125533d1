#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spec/problem.h"

namespace algo::spec {

// The typed binary form in which values pass between the judge and a solution's driver.
// All numbers little-endian:
//   integer, long   i64                      double    IEEE 754 binary64, 8 bytes
//   boolean         u8, 0 or 1               character u32 code point
//   string          u32 byte count, UTF-8
//   T[]             u32 count, elements
//   ListNode        u32 count, i64 values
//   TreeNode        u32 count of level-order slots, per slot u8 present, then i64 value if present;
//                   children of absent nodes have no slots; trailing absent slots are left out
//   void            nothing
// Request frame (judge -> driver): u32 byte count of what follows, then
//   function: the arguments in order
//   class:    u32 number of calls; the first is the constructor's arguments; each later one is
//             u32 index of the method in `methods`, then its arguments
// Answer frame (driver -> judge): u32 byte count of what follows, u8 status, then
//   status 0  the returned value, or for `in_place` that parameter's final value, or for a class
//             the values of the method calls in turn (nothing for void)
//   status 1  the solution raised an error: its text, UTF-8
//   status 2  the language's out-of-memory error: its text
// A driver that cannot go on just exits.
[[nodiscard]] std::string encode_request(const Function& function, const Json& input);

enum class AnswerStatus { kValue, kError, kOutOfMemory };
struct Answer {
  AnswerStatus status = AnswerStatus::kValue;
  Json value{};       // kValue; in the shape that a case's `output` has
  std::string text{};  // kError, kOutOfMemory
};
// Decodes the body of an answer frame (without the byte count). `input` gives the calls of a class.
// Throws Error(kInput) when the bytes are not exactly one answer of the declared type; a double may
// be NaN or infinite here and is then given as the string "NaN", "Infinity" or "-Infinity".
[[nodiscard]] Answer decode_answer(const Function& function, const Json& input, std::string_view body);

}  // namespace algo::spec

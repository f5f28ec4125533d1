#pragma once

#include "spec/problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace algo::spec {

// The typed binary form in which values pass between the judge and a solution's driver, on the
// solution's descriptors 4 (requests) and 3 (answers).
// All numbers little-endian:
//   integer, long   i64                      double    IEEE 754 binary64, 8 bytes
//   boolean         u8, 0 or 1               character u32 code point, below 128
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
// A driver that cannot go on just exits. Before its first answer it sends one empty frame (byte
// count 0): the solution is loaded, and from here on time counts for the case asked.

// The whole frame, byte count included. `input` has passed check_case; null, or a trailing argument
// that is missing, becomes the empty value of its type. Throws Error(kInput) for what cannot be
// encoded.
[[nodiscard]] std::string encode_request(const Function& function, const Json& input);

enum class AnswerStatus { kValue, kError, kOutOfMemory };
struct Answer {
  AnswerStatus status = AnswerStatus::kValue;
  Json value{};        // kValue; in the shape that a case's `output` has
  std::string text{};  // kError, kOutOfMemory
};
// Decodes the body of an answer frame (without the byte count). `input` gives the calls of a class.
// Throws Error(kInput) when the bytes are not exactly one answer of the declared type. What a
// solution can compute but a case cannot expect is a value all the same, so that it is shown as a
// wrong answer: an integer beyond 32 bits; NaN and infinities, as the strings "NaN", "Infinity" and
// "-Infinity"; a character from 128 to 255, as that code point; ill-formed UTF-8, as U+FFFD.
[[nodiscard]] Answer decode_answer(const Function& function,
                                   const Json& input,
                                   std::string_view body);

}  // namespace algo::spec

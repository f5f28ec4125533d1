#include "spec/wire.h"

#include "base/error.h"
#include "support/problems.h"

#include <doctest/doctest.h>

#include <cstring>
#include <limits>

namespace algo::test {
namespace {

template <typename Number>
std::string raw(Number n) {
  std::string bytes(sizeof n, '\0');
  std::memcpy(bytes.data(), &n, sizeof n);
  return bytes;
}

std::string u32(std::uint32_t n) {
  return raw(n);
}

std::string i64(std::int64_t n) {
  return raw(n);
}

const std::string kPresent("\1", 1);
const std::string kAbsent("\0", 1);
const std::string kOk("\0", 1);  // status of an answer that is a value

struct Row {
  std::string type;
  std::string json;
  std::string bytes;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> kTable = {
      {"integer", "0", i64(0)},
      {"integer", "-2147483648", i64(-2147483648LL)},
      {"long", "9223372036854775807", i64(std::numeric_limits<std::int64_t>::max())},
      {"long", "-9223372036854775808", i64(std::numeric_limits<std::int64_t>::min())},
      {"double", "0.5", raw(0.5)},
      {"double", "-1e308", raw(-1e308)},
      {"boolean", "true", kPresent},
      {"boolean", "false", kAbsent},
      {"character", "\"a\"", u32('a')},
      {"character", R"("\u0000")", u32(0)},
      {"string", "\"\"", u32(0)},
      {"string", "\"é\\n\"", u32(3) + "é\n"},
      {"integer[]", "[]", u32(0)},
      {"integer[]", "[1,-1]", u32(2) + i64(1) + i64(-1)},
      {"integer[][]", "[[],[7]]", u32(2) + u32(0) + u32(1) + i64(7)},
      {"boolean[]", "[true,false]", u32(2) + kPresent + kAbsent},
      {"string[]", R"(["","x"])", u32(2) + u32(0) + u32(1) + "x"},
      {"ListNode", "[]", u32(0)},
      {"ListNode", "[3,4]", u32(2) + i64(3) + i64(4)},
      {"ListNode[]", "[[1],[]]", u32(2) + u32(1) + i64(1) + u32(0)},
      {"TreeNode", "[]", u32(0)},
      {"TreeNode", "[1,null,2]", u32(3) + kPresent + i64(1) + kAbsent + kPresent + i64(2)},
      {"TreeNode[]", "[[],[5]]", u32(2) + u32(0) + u32(1) + kPresent + i64(5)}};
  return kTable;
}

std::string frame(const std::string& body) {
  return u32(static_cast<std::uint32_t>(body.size())) + body;
}

}  // namespace

TEST_CASE("wire: every type is written and read back byte for byte") {
  for (const Row& row : rows()) {
    CAPTURE(row.type);
    CAPTURE(row.json);
    const spec::Function function = function_problem("f", {row.type}, row.type).function;
    const Json value = Json::parse(row.json);
    const Json input = Json::array({value});
    CHECK(spec::encode_request(function, input) == frame(row.bytes));
    const spec::Answer answer = spec::decode_answer(function, input, kOk + row.bytes);
    CHECK(answer.status == spec::AnswerStatus::kValue);
    CHECK(answer.value == value);
  }
}

TEST_CASE("encode_request: null and missing arguments are empty values, trailing nulls no slots") {
  const spec::Function function =
      function_problem("f", {"TreeNode", "integer", "string", "boolean"}, "void").function;
  const std::string root = u32(1) + kPresent + i64(9);
  CHECK(spec::encode_request(function, Json::parse("[[9, null, null]]")) ==
        frame(root + i64(0) + u32(0) + kAbsent));
  CHECK(spec::encode_request(function, Json::parse("[[9], null, null, null]")) ==
        frame(root + i64(0) + u32(0) + kAbsent));
}

TEST_CASE("encode_request: refuses what does not fit its type") {
  struct Wrong {
    std::string type;
    std::string json;
  };
  const std::vector<Wrong> wrong = {{"integer", "[\"1\"]"},
                                    {"integer", "[1.5]"},
                                    {"long", "[9223372036854775808]"},
                                    {"string", "[1]"},
                                    {"boolean", "[0]"},
                                    {"character", "[\"ab\"]"},
                                    {"integer[]", "[1]"},
                                    {"ListNode", "[[[]]]"},
                                    {"TreeNode", "[[true]]"},
                                    {"double", "[\"x\"]"},
                                    {"integer", "[1, 2]"},
                                    {"integer", "{}"}};
  for (const Wrong& row : wrong) {
    CAPTURE(row.type);
    CAPTURE(row.json);
    const spec::Function function = function_problem("f", {row.type}, "void").function;
    CHECK_THROWS_AS((void)spec::encode_request(function, Json::parse(row.json)), Error);
  }
}

TEST_CASE("wire: calls of a class go by number, and void methods answer nothing") {
  const spec::Function function =
      class_problem("C",
                    {"integer"},
                    {method("put", {"integer", "string"}, "void"), method("get", {}, "long")})
          .function;
  const Json input = Json::parse(R"([["C", "get", "put", "get"], [[5], [], [1, "x"], []]])");
  CHECK(spec::encode_request(function, input) ==
        frame(u32(4) + i64(5) + u32(1) + u32(0) + i64(1) + u32(1) + "x" + u32(1)));
  CHECK(spec::decode_answer(function, input, kOk + i64(7) + i64(8)).value ==
        Json::parse("[null, 7, null, 8]"));
  for (const char* wrong : {"[]",
                            "[[], []]",
                            R"([["C"], []])",
                            R"([["C", "drop"], [[1], []]])",
                            R"([["C", 1], [[1], []]])"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS((void)spec::encode_request(function, Json::parse(wrong)), Error);
  }
}

TEST_CASE("decode_answer: the value is the in-place parameter's, or nothing") {
  const spec::Function in_place = in_place_problem("f", {"integer[]"}).function;
  const Json input = Json::parse("[[1]]");
  CHECK(spec::decode_answer(in_place, input, kOk + u32(1) + i64(2)).value == Json::parse("[2]"));
  const spec::Function nothing = function_problem("f", {}, "void").function;
  CHECK(spec::decode_answer(nothing, Json::array(), kOk).value.is_null());
}

TEST_CASE("decode_answer: errors carry their text, made well-formed") {
  const spec::Function function = function_problem("f", {}, "integer").function;
  const spec::Answer error = spec::decode_answer(function, Json::array(), "\1bad \xff");
  CHECK(error.status == spec::AnswerStatus::kError);
  CHECK(error.text == "bad \xef\xbf\xbd");
  CHECK(spec::decode_answer(function, Json::array(), "\2").status ==
        spec::AnswerStatus::kOutOfMemory);
}

TEST_CASE("decode_answer: what no case can expect is still a value") {
  const auto value = [](const std::string& type, const std::string& bytes) {
    return spec::decode_answer(function_problem("f", {}, type).function, Json::array(), kOk + bytes)
        .value;
  };
  CHECK(value("double", raw(std::numeric_limits<double>::quiet_NaN())) == "NaN");
  CHECK(value("double", raw(std::numeric_limits<double>::infinity())) == "Infinity");
  CHECK(value("double", raw(-std::numeric_limits<double>::infinity())) == "-Infinity");
  CHECK(value("integer", i64(1LL << 40)) == 1LL << 40);
  CHECK(value("character", u32(0xe9)) == "é");
  CHECK(value("string", u32(2) + "a\xc3") == "a\xef\xbf\xbd");
}

TEST_CASE("decode_answer: refuses bytes that are not exactly one answer") {
  struct Hostile {
    std::string type;
    std::string body;
  };
  const std::vector<Hostile> hostile = {
      {"integer", ""},
      {"integer", "\3"},
      {"integer", kOk},
      {"integer", kOk + "1234567"},
      {"integer", kOk + i64(1) + "x"},
      {"boolean", kOk + "\2"},
      {"character", kOk + u32(256)},
      {"string", kOk + u32(5) + "four"},
      {"integer[]", kOk + u32(0xffffffff)},
      {"integer[]", kOk + u32(2) + i64(1) + "1234567"},
      {"boolean[]", kOk + u32(0xffffffff) + "\1"},
      {"integer[][]", kOk + u32(2) + u32(0)},
      {"integer[][][][]", kOk + u32(1) + u32(1) + u32(1) + u32(1)},
      {"ListNode", kOk + u32(0x20000000)},
      {"TreeNode", kOk + u32(0x20000000)},
      {"TreeNode", kOk + u32(1) + kAbsent},
      {"TreeNode", kOk + u32(2) + kAbsent + kPresent + i64(1)},
      {"TreeNode", kOk + u32(2) + kPresent + i64(1) + kAbsent},
      {"TreeNode", kOk + u32(1) + "\2"},
      {"void", kOk + "x"}};
  for (const Hostile& row : hostile) {
    CAPTURE(row.type);
    CAPTURE(row.body.size());
    const spec::Function function = function_problem("f", {}, row.type).function;
    CHECK_THROWS_AS((void)spec::decode_answer(function, Json::array(), row.body), Error);
  }
}

TEST_CASE("decode_answer: every proper prefix of an answer is refused") {
  for (const Row& row : rows()) {
    CAPTURE(row.type);
    const spec::Function function = function_problem("f", {}, row.type).function;
    const std::string body = kOk + row.bytes;
    for (std::size_t size = 0; size < body.size(); ++size) {
      CAPTURE(size);
      CHECK_THROWS_AS((void)spec::decode_answer(function, Json::array(), body.substr(0, size)),
                      Error);
    }
  }
}

}  // namespace algo::test

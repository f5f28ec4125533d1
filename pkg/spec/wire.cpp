#include "spec/wire.h"

#include "base/error.h"
#include "base/text.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace algo::spec {
namespace {

static_assert(std::endian::native == std::endian::little, "wire numbers are copied as they are");

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorKind::kInput, what);
}

// ---- Judge -> driver

class Encoder {
 public:
  [[nodiscard]] std::string take_frame() {
    const std::string body = std::move(out_);
    out_.clear();
    count(body.size());
    return std::move(out_) + body;
  }
  void count(std::size_t n) {
    if (n > std::numeric_limits<std::uint32_t>::max()) refuse("a request larger than 4 GiB");
    number(static_cast<std::uint32_t>(n));
  }
  // null is the empty value of the type: what an optional argument without default becomes.
  void value(const Json& json, const Type& type) {
    if (type.depth > 0) {
      const Json& items = list(json);
      const Type element = type.element();
      count(items.size());
      for (const Json& item : items) value(item, element);
      return;
    }
    scalar(json, type.base);
  }

 private:
  template <typename Number>
  void number(Number n) {
    char bytes[sizeof n];  // NOLINT(modernize-avoid-c-arrays)
    __builtin_memcpy(bytes, &n, sizeof n);
    out_.append(bytes, sizeof n);
  }
  void text(std::string_view text) {
    count(text.size());
    out_ += text;
  }
  static const Json& list(const Json& json) {
    static const Json kEmpty = Json::array();
    if (json.is_null()) return kEmpty;
    if (!json.is_array())
      refuse("an argument that is not an array: " + shorten(dump_json(json), 64));
    return json;  // NOLINT(bugprone-return-const-ref-from-parameter): callers hold it
  }
  static std::int64_t integer(const Json& json) {
    if (json.is_null()) return 0;
    if (!json.is_number_integer() ||
        (json.is_number_unsigned() &&
         json.get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()})) {
      refuse("an argument that is not a 64-bit integer: " + shorten(dump_json(json), 64));
    }
    return json.get<std::int64_t>();
  }
  static std::string string(const Json& json) {
    if (json.is_null()) return "";
    if (!json.is_string())
      refuse("an argument that is not a string: " + shorten(dump_json(json), 64));
    return json.get<std::string>();
  }
  void scalar(const Json& json, Type::Base base);
  void tree(const Json& slots);

  std::string out_;
};

void Encoder::tree(const Json& slots) {
  std::size_t used = slots.size();
  while (used > 0 && slots[used - 1].is_null()) --used;
  count(used);
  for (std::size_t i = 0; i < used; ++i) {
    const bool present = !slots[i].is_null();
    out_ += present ? '\1' : '\0';
    if (present) number(integer(slots[i]));
  }
}

void Encoder::scalar(const Json& json, Type::Base base) {
  switch (base) {
    case Type::Base::kVoid:
      return;
    case Type::Base::kInteger:
    case Type::Base::kLong:
      number(integer(json));
      return;
    case Type::Base::kDouble:
      if (!json.is_null() && !json.is_number()) refuse("an argument that is not a number");
      number(json.is_null() ? 0.0 : json.get<double>());
      return;
    case Type::Base::kString:
      text(string(json));
      return;
    case Type::Base::kBoolean:
      if (!json.is_null() && !json.is_boolean())
        refuse("an argument that is neither true nor false");
      out_ += !json.is_null() && json.get<bool>() ? '\1' : '\0';
      return;
    case Type::Base::kCharacter: {
      const std::string character = string(json);
      if (character.size() > 1) refuse("an argument that is not one ASCII character");
      number(std::uint32_t{static_cast<unsigned char>(character.empty() ? 0 : character[0])});
      return;
    }
    case Type::Base::kListNode:
      count(list(json).size());
      for (const Json& item : list(json)) number(integer(item));
      return;
    case Type::Base::kTreeNode:
      tree(list(json));
      return;
  }
}

void encode_arguments(Encoder& out, const std::vector<Param>& params, const Json& arguments) {
  if (!arguments.is_array() || arguments.size() > params.size())
    refuse("arguments that do not fit");
  for (std::size_t i = 0; i < params.size(); ++i) {
    out.value(i < arguments.size() ? arguments[i] : Json(), params[i].type);
  }
}

std::size_t method_index(const Function& function, const Json& name) {
  for (std::size_t i = 0; i < function.methods.size(); ++i) {
    if (name.is_string() && name.get_ref<const std::string&>() == function.methods[i].name)
      return i;
  }
  refuse("a call of a method that the class does not have: " + shorten(dump_json(name), 64));
}

// The two halves of a class case: names and argument lists, of one length, at least the
// constructor.
void check_calls(const Json& input) {
  if (!input.is_array() || input.size() != 2 || !input[0].is_array() || !input[1].is_array() ||
      input[0].size() != input[1].size() || input[0].empty()) {
    refuse("calls of a class that are not [[names], [arguments]]");
  }
}

// ---- Driver -> judge; every byte may be hostile

class Decoder {
 public:
  explicit Decoder(std::string_view rest) : rest_(rest) {}

  [[nodiscard]] std::string_view rest() const { return rest_; }
  std::uint8_t byte() { return static_cast<std::uint8_t>(take(1)[0]); }
  Json value(const Type& type) {
    if (type.depth == 0) return scalar(type.base);
    const Type element = type.element();
    const std::size_t n = count(smallest(element));
    Json::array_t items;
    items.reserve(n);
    for (std::size_t i = 0; i < n; ++i) items.push_back(value(element));
    return items;
  }

 private:
  std::string_view take(std::size_t n) {
    if (n > rest_.size()) refuse("an answer that is cut short");
    const std::string_view taken = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return taken;
  }
  template <typename Number>
  Number number() {
    Number n{};
    const std::string_view bytes = take(sizeof n);
    std::ranges::copy(bytes, reinterpret_cast<char*>(&n));
    return n;
  }
  // A count of elements that take at least `element_bytes` each, so that no count makes us reserve
  // more than the answer can hold.
  std::size_t count(std::size_t element_bytes) {
    const auto n = number<std::uint32_t>();
    if (n > rest_.size() / element_bytes) refuse("an answer that promises more than it holds");
    return n;
  }
  static std::size_t smallest(const Type& type) {
    if (type.depth > 0) return 4;
    switch (type.base) {
      case Type::Base::kBoolean:
        return 1;
      case Type::Base::kInteger:
      case Type::Base::kLong:
      case Type::Base::kDouble:
        return 8;
      default:
        return 4;
    }
  }
  bool flag() {
    const std::uint8_t flag = byte();
    if (flag > 1) refuse("an answer with a boolean that is neither 0 nor 1");
    return flag == 1;
  }
  Json scalar(Type::Base base);
  Json real();
  Json character();
  Json tree();

  std::string_view rest_;
};

Json Decoder::real() {
  const auto real = number<double>();
  if (std::isnan(real)) return "NaN";
  if (std::isinf(real)) return real > 0 ? "Infinity" : "-Infinity";
  return real;
}

Json Decoder::character() {
  const auto code = number<std::uint32_t>();
  if (code > 0xff) refuse("an answer with a character beyond one byte");
  if (code < 0x80) return std::string(1, static_cast<char>(code));
  return std::string{static_cast<char>(0xc0U | (code >> 6U)),
                     static_cast<char>(0x80U | (code & 0x3fU))};
}

Json Decoder::tree() {
  const std::size_t n = count(1);
  Json::array_t slots;
  slots.reserve(n);
  std::size_t open = 1;  // slots that the nodes so far leave room for
  for (std::size_t i = 0; i < n; ++i) {
    if (open-- == 0) refuse("an answer with a tree node that has no parent");
    const bool present = flag();
    slots.push_back(present ? Json(number<std::int64_t>()) : Json());
    if (present) open += 2;
  }
  if (n > 0 && slots.back().is_null()) refuse("an answer with a tree that ends in an absent node");
  return slots;
}

Json Decoder::scalar(Type::Base base) {
  switch (base) {
    case Type::Base::kVoid:
      return nullptr;
    case Type::Base::kInteger:
    case Type::Base::kLong:
      return number<std::int64_t>();
    case Type::Base::kDouble:
      return real();
    case Type::Base::kString:
      return to_valid_utf8(take(count(1)));
    case Type::Base::kBoolean:
      return flag();
    case Type::Base::kCharacter:
      return character();
    case Type::Base::kListNode:
      return value({Type::Base::kInteger, 1});
    case Type::Base::kTreeNode:
      return tree();
  }
  refuse("an answer of no known type");
}

Json decode_calls(Decoder& in, const Function& function, const Json& input) {
  check_calls(input);
  Json::array_t results;
  results.reserve(input[0].size());
  results.emplace_back();
  for (std::size_t i = 1; i < input[0].size(); ++i) {
    results.push_back(in.value(function.methods[method_index(function, input[0][i])].returns));
  }
  return results;
}

}  // namespace

std::string encode_request(const Function& function, const Json& input) {
  Encoder out;
  if (!function.is_class()) {
    encode_arguments(out, function.call.params, input);
    return out.take_frame();
  }
  check_calls(input);
  const Json& names = input[0];
  const Json& arguments = input[1];
  out.count(names.size());
  encode_arguments(out, function.call.params, arguments[0]);
  for (std::size_t i = 1; i < names.size(); ++i) {
    const std::size_t method = method_index(function, names[i]);
    out.count(method);
    encode_arguments(out, function.methods[method].params, arguments[i]);
  }
  return out.take_frame();
}

Answer decode_answer(const Function& function, const Json& input, std::string_view body) {
  Decoder in(body);
  const std::uint8_t status = in.byte();
  if (status == 1 || status == 2) {
    return {.status = status == 1 ? AnswerStatus::kError : AnswerStatus::kOutOfMemory,
            .value = nullptr,
            .text = to_valid_utf8(in.rest())};
  }
  if (status != 0) refuse("an answer with an unknown status");
  Answer answer;
  answer.value =
      function.is_class() ? decode_calls(in, function, input) : in.value(function.answer_type());
  if (!in.rest().empty()) refuse("an answer that goes on after its end");
  return answer;
}

}  // namespace algo::spec

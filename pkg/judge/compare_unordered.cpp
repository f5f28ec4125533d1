#include "judge/brief.h"
#include "judge/compare.h"
#include "judge/json_order.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace algo::judge {
namespace {

// A value, and when it is an unordered array, its elements sorted. Values are pointed at, not
// copied.
struct Node {
  const Json* value;
  std::vector<Node> sorted{};
};

int order_nodes(const Node& a, const Node& b, int depth);

Node sort_down(const Json& value, int depth) {
  Node node{&value};
  if (depth == 0 || !value.is_array()) return node;
  node.sorted.reserve(value.size());
  for (const Json& element : value) node.sorted.push_back(sort_down(element, depth - 1));
  std::sort(node.sorted.begin(), node.sorted.end(), [depth](const Node& a, const Node& b) {
    return order_nodes(a, b, depth - 1) < 0;
  });
  return node;
}

int order_nodes(const Node& a, const Node& b, int depth) {
  if (depth == 0 || !a.value->is_array() || !b.value->is_array()) return order(*a.value, *b.value);
  if (a.sorted.size() != b.sorted.size()) return a.sorted.size() < b.sorted.size() ? -1 : 1;
  for (std::size_t i = 0; i < a.sorted.size(); ++i) {
    if (const int found = order_nodes(a.sorted[i], b.sorted[i], depth - 1); found != 0) {
      return found;
    }
  }
  return 0;
}

// The elements that only one side has.
struct Unmatched {
  std::vector<const Json*> missing{};
  std::vector<const Json*> unexpected{};
};

Unmatched match(const Node& expected, const Node& got, int depth) {
  Unmatched found;
  auto left = expected.sorted.begin();
  auto right = got.sorted.begin();
  while (left != expected.sorted.end() || right != got.sorted.end()) {
    const int which = left == expected.sorted.end() ? 1
                      : right == got.sorted.end()   ? -1
                                                    : order_nodes(*left, *right, depth - 1);
    if (which < 0) found.missing.push_back(left->value);
    if (which > 0) found.unexpected.push_back(right->value);
    if (which <= 0) ++left;
    if (which >= 0) ++right;
  }
  return found;
}

// "missing [1, 2], [3, 4], … 7 more", in the order in which the answer gave them: elements of one
// array lie in order in memory.
std::string tell(const char* what, std::vector<const Json*> elements) {
  std::sort(elements.begin(), elements.end());
  return what + brief_list(elements.size(), kShownBytes, 0, [&](std::size_t i) {
           return brief(*elements[i], kShownBytes / 2);
         });
}

}  // namespace

Comparison compare_unordered(int depth, const Json& expected, const Json& got) {
  if (!expected.is_array() || !got.is_array()) return compare_values({}, expected, got);
  const Node left = sort_down(expected, depth);
  const Node right = sort_down(got, depth);
  Comparison found;
  if (order_nodes(left, right, depth) == 0) return found;
  found.equal = false;
  const Unmatched unmatched = match(left, right, depth);
  if (!unmatched.missing.empty()) found.what = tell("missing ", unmatched.missing);
  if (!unmatched.unexpected.empty()) {
    const Json* first = *std::min_element(unmatched.unexpected.begin(), unmatched.unexpected.end());
    found.path.push_back(static_cast<std::size_t>(first - &got[0]));
    if (!found.what.empty()) found.what += "; ";
    found.what += tell("not expected ", unmatched.unexpected);
  }
  return found;
}

}  // namespace algo::judge

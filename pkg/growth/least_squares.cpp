#include "growth/least_squares.h"

#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

namespace algo::growth {
namespace {

using Matrix = std::vector<std::vector<double>>;

// Gauss with pivots; each row is [a…, b]. nullopt when the rows do not decide the answer.
std::optional<std::vector<double>> solve(Matrix rows) {
  constexpr double tiny = 1e-12;
  const std::size_t size = rows.size();
  for (std::size_t column = 0; column < size; ++column) {
    std::size_t pivot = column;
    for (std::size_t row = column + 1; row < size; ++row) {
      if (std::abs(rows[row][column]) > std::abs(rows[pivot][column])) pivot = row;
    }
    if (std::abs(rows[pivot][column]) < tiny) return std::nullopt;
    std::swap(rows[column], rows[pivot]);
    for (std::size_t row = 0; row < size; ++row) {
      if (row == column) continue;
      const double factor = rows[row][column] / rows[column][column];
      for (std::size_t k = column; k <= size; ++k) rows[row][k] -= factor * rows[column][k];
    }
  }
  std::vector<double> answer;
  answer.reserve(size);
  for (std::size_t row = 0; row < size; ++row) answer.push_back(rows[row][size] / rows[row][row]);
  return answer;
}

// The equations divided by their values, so that errors are relative, and each term by its largest
// number, so that n³ and 1 can stand in one matrix.
struct Scaled {
  Matrix rows{};
  std::vector<double> scales{};
};

Scaled scaled(const std::vector<Equation>& equations) {
  Scaled all;
  all.scales.assign(equations.front().terms.size(), 0);
  for (const Equation& one : equations) {
    std::vector<double> row;
    row.reserve(one.terms.size());
    for (const double term : one.terms) row.push_back(term / one.value);
    for (std::size_t i = 0; i < row.size(); ++i) {
      all.scales[i] = std::max(all.scales[i], std::abs(row[i]));
    }
    all.rows.push_back(std::move(row));
  }
  for (auto& row : all.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (all.scales[i] > 0) row[i] /= all.scales[i];
    }
  }
  return all;
}

// Normal equations of the chosen terms; the right side is 1 everywhere.
std::optional<std::vector<double>> least_squares(const Matrix& rows,
                                                 const std::vector<std::size_t>& chosen) {
  Matrix normal(chosen.size(), std::vector<double>(chosen.size() + 1, 0));
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      for (std::size_t j = 0; j < chosen.size(); ++j) {
        normal[i][j] += row[chosen[i]] * row[chosen[j]];
      }
      normal[i].back() += row[chosen[i]];
    }
  }
  return solve(std::move(normal));
}

double error_of(const Matrix& rows, const std::vector<double>& coefficients) {
  double sum = 0;
  for (const auto& row : rows) {
    double error = -1;
    for (std::size_t i = 0; i < row.size(); ++i) error += coefficients[i] * row[i];
    sum += error * error;
  }
  return sum;
}

}  // namespace

Solution fit_non_negative(const std::vector<Equation>& equations) {
  const Scaled all = scaled(equations);
  const std::size_t terms = all.scales.size();
  Solution best{std::vector<double>(terms, 0), std::numeric_limits<double>::infinity()};
  for (std::size_t set = 1; set < (std::size_t{1} << terms); ++set) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < terms; ++i) {
      if ((set >> i & 1U) != 0) chosen.push_back(i);
    }
    const auto found = least_squares(all.rows, chosen);
    if (!found) continue;
    std::vector<double> coefficients(terms, 0);
    bool negative = false;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      coefficients[chosen[i]] = (*found)[i];
      negative = negative || (*found)[i] < 0;
    }
    const double error = error_of(all.rows, coefficients);
    if (negative || error >= best.error) continue;
    best = {std::move(coefficients), error};
  }
  for (std::size_t i = 0; i < terms; ++i) {
    if (all.scales[i] > 0) best.coefficients[i] /= all.scales[i];
  }
  return best;
}

}  // namespace algo::growth

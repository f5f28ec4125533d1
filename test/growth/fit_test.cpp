#include "growth/fit.h"

#include "growth/models.h"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <random>

namespace algo::growth {
namespace {

constexpr std::size_t kSizes = 10;
constexpr std::size_t kRepeats = 5;

// Times as a machine gives them: never less than the true one, a few percent more, now and then a
// lot more.
Series measured(const std::function<double(double)>& truth,
                std::uint64_t from,
                std::uint64_t to,
                std::uint64_t seed = 1) {
  std::mt19937_64 random(seed);
  Series series{"made", {}};
  for (const std::uint64_t n : sizes_between(from, to, kSizes)) {
    Point point{n};
    for (std::size_t i = 0; i < kRepeats; ++i) {
      const double part = static_cast<double>(random() % 1000) / 1000;
      const double noise = random() % 8 == 0 ? 1 + part : 1 + 0.04 * part;
      point.nanos.push_back(truth(static_cast<double>(n)) * noise);
    }
    series.points.push_back(point);
  }
  return series;
}

struct Row {
  std::string_view model;
  std::function<double(double)> truth;
  std::uint64_t from;
  std::uint64_t to;
};

TEST_CASE("fit: tells every model from noisy times that begin with a constant") {
  const std::vector<Row> rows{
      {"1", [](double) { return 9000.0; }, 100, 10'000},
      {"log n", [](double n) { return 500 + 900 * std::log2(n); }, 10, 100'000},
      {"n", [](double n) { return 3000 + 20 * n; }, 100, 10'000},
      {"n log n", [](double n) { return 3000 + 4 * n * std::log2(n); }, 100, 100'000},
      {"n²", [](double n) { return 3000 + 20 * n + n * n; }, 100, 10'000},
      {"n³", [](double n) { return 3000 + 20 * n + 0.1 * n * n * n; }, 20, 1000},
      {"2ⁿ", [](double n) { return 3000 + 20 * n + 2 * std::exp2(n); }, 4, 24}};
  for (const Row& row : rows) {
    CAPTURE(row.model);
    const std::optional<Fit> found = fit(measured(row.truth, row.from, row.to), 1);
    REQUIRE(found);
    CHECK(found->model == row.model);
    CHECK(found->share > 0.5);
    const auto largest = static_cast<double>(row.to);
    CHECK(found->at(largest) == doctest::Approx(row.truth(largest)).epsilon(0.1));
  }
}

TEST_CASE("fit: the exponent is the slope, inside its own interval") {
  const auto found = fit(measured([](double n) { return n * n; }, 100, 10'000), 1);
  REQUIRE(found);
  CHECK(found->exponent == doctest::Approx(2).epsilon(0.05));
  CHECK(found->exponent_low <= found->exponent);
  CHECK(found->exponent_high >= found->exponent);
  CHECK(found->exponent_high - found->exponent_low < 0.5);
}

TEST_CASE("fit: pure noise is not told with confidence") {
  std::mt19937_64 random(7);
  Series series{"noise", {}};
  for (const std::uint64_t n : sizes_between(100, 10'000, kSizes)) {
    series.points.push_back({n, {static_cast<double>(1000 + random() % 9000)}});
  }
  const auto found = fit(series, 1);
  REQUIRE(found);
  CHECK(found->share < 0.9);
}

TEST_CASE("fit: shares are of all resamples, likeliest first, and the seed decides them") {
  const Series series = measured([](double n) { return 5000 + 9 * n; }, 100, 2000, 3);
  const auto found = fit(series, 11);
  REQUIRE(found);
  double all = found->share;
  for (std::size_t i = 0; i < found->others.size(); ++i) {
    all += found->others[i].share;
    if (i > 0) CHECK(found->others[i - 1].share >= found->others[i].share);
  }
  CHECK(all == doctest::Approx(1));
  CHECK(fit(series, 11)->share == found->share);
  CHECK(fit(series, 11)->exponent_low == found->exponent_low);
}

TEST_CASE("fit: too few sizes decide nothing") {
  Series series = measured([](double n) { return n; }, 100, 10'000);
  series.points.resize(kLeastSizes - 1);
  CHECK_FALSE(fit(series, 1));
  CHECK_FALSE(fit({}, 1));
}

}  // namespace
}  // namespace algo::growth

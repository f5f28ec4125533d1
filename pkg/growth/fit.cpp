#include "growth/fit.h"

#include "growth/least_squares.h"
#include "growth/models.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>

namespace algo::growth {
namespace {

struct Sample {
  double n = 0;
  double nanos = 0;
};

struct Choice {
  const Model* model = nullptr;
  std::vector<double> coefficients{};
  double criterion = std::numeric_limits<double>::infinity();
};

// A term that makes up less than this part of the time at the largest size is not what the time
// grows by: c1·n with a little n² also bends as n log n does.
constexpr double kLeastPart = 0.4;
// Clocks are not better than this; without it, a perfect fit would win by nothing.
constexpr double kRelativeNoise = 1e-3;

Choice try_model(const Model& model, const std::vector<Sample>& samples) {
  Choice choice{&model};
  std::vector<Equation> equations;
  double largest = 0;
  for (const Sample& sample : samples) {
    const double slope = model.reads_input ? sample.n : 0;
    equations.push_back({{1, slope, model.f(sample.n)}, sample.nanos});
    largest = std::max(largest, sample.n);
  }
  if (model.largest_n > 0 && largest > model.largest_n) return choice;
  const Solution found = fit_non_negative(equations);
  const bool constant = model.f(largest) == 0;
  const double all = found.coefficients[0] + found.coefficients[1] * largest +
                     found.coefficients[2] * model.f(largest);
  if (!constant && found.coefficients[2] * model.f(largest) < kLeastPart * all) return choice;
  const auto count = static_cast<double>(samples.size());
  const double terms = constant ? 1 : model.reads_input ? 3 : 2;
  const double spread = found.error / count + kRelativeNoise * kRelativeNoise;
  choice.coefficients = found.coefficients;
  choice.criterion = count * std::log(spread) + 2 * terms;
  if (count > terms + 1) choice.criterion += 2 * terms * (terms + 1) / (count - terms - 1);
  return choice;
}

Choice choose(const std::vector<Sample>& samples) {
  Choice best;
  for (const Model& model : models()) {
    Choice choice = try_model(model, samples);
    if (best.model == nullptr || choice.criterion < best.criterion) best = std::move(choice);
  }
  return best;
}

std::size_t distinct_sizes(const std::vector<Sample>& samples) {
  std::map<double, int> seen;
  for (const Sample& sample : samples) ++seen[sample.n];
  return seen.size();
}

// The slope of log time over log n, for the sizes from `from` on.
double slope(const std::vector<Sample>& samples, double from) {
  double count = 0;
  double sum_x = 0;
  double sum_y = 0;
  double sum_xx = 0;
  double sum_xy = 0;
  for (const Sample& sample : samples) {
    if (sample.n < from) continue;
    const double x = std::log(sample.n);
    const double y = std::log(sample.nanos);
    count += 1;
    sum_x += x;
    sum_y += y;
    sum_xx += x * x;
    sum_xy += x * y;
  }
  const double below = count * sum_xx - sum_x * sum_x;
  return below > 0 ? (count * sum_xy - sum_x * sum_y) / below
                   : std::numeric_limits<double>::quiet_NaN();
}

class Bootstrap {
 public:
  Bootstrap(const Series& series, std::uint64_t seed) : series_(series), random_(seed) {}

  std::vector<Sample> draw() {
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < series_.points.size(); ++i) {
      const Point& point = series_.points[below(series_.points.size())];
      double fastest = std::numeric_limits<double>::infinity();
      for (std::size_t k = 0; k < point.nanos.size(); ++k) {
        fastest = std::min(fastest, point.nanos[below(point.nanos.size())]);
      }
      samples.push_back({static_cast<double>(point.n), fastest});
    }
    return samples;
  }

 private:
  // Not std::uniform_int_distribution, whose numbers differ between libraries.
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(random_() % end); }

  const Series& series_;
  std::mt19937_64 random_;
};

void take_interval(std::vector<double> slopes, Fit& fit) {
  if (slopes.empty()) {
    fit.exponent_low = fit.exponent_high = fit.exponent;
    return;
  }
  std::sort(slopes.begin(), slopes.end());
  const std::size_t edge = slopes.size() / 40;  // 2.5 %
  fit.exponent_low = slopes[edge];
  fit.exponent_high = slopes[slopes.size() - 1 - edge];
}

void resample(const Series& series, std::uint64_t seed, double from, Fit& fit) {
  Bootstrap bootstrap(series, seed);
  std::map<std::string, int> chosen;
  std::vector<double> slopes;
  for (std::size_t done = 0; done < kResamples;) {
    const std::vector<Sample> samples = bootstrap.draw();
    if (distinct_sizes(samples) < kLeastSizes - 1) continue;
    ++done;
    ++chosen[std::string(choose(samples).model->name)];
    const double one = slope(samples, from);
    if (std::isfinite(one)) slopes.push_back(one);
  }
  for (const auto& [model, times] : chosen) {
    const double share = static_cast<double>(times) / static_cast<double>(kResamples);
    if (model == fit.model) {
      fit.share = share;
    } else {
      fit.others.push_back({model, share});
    }
  }
  std::sort(fit.others.begin(), fit.others.end(), [](const auto& a, const auto& b) {
    return a.share != b.share ? a.share > b.share : a.model < b.model;
  });
  take_interval(std::move(slopes), fit);
}

}  // namespace

double Fit::at(double n) const {
  for (const Model& one : models()) {
    if (one.name == model)
      return coefficients[0] + coefficients[1] * n + coefficients[2] * one.f(n);
  }
  return 0;
}

std::optional<Fit> fit(const Series& series, std::uint64_t seed) {
  if (series.points.size() < kLeastSizes) return std::nullopt;
  std::vector<Sample> samples;
  samples.reserve(series.points.size());
  for (const Point& point : series.points) {
    samples.push_back({static_cast<double>(point.n), point.fastest()});
  }
  Choice best = choose(samples);
  Fit fit;
  fit.model = std::string(best.model->name);
  fit.coefficients = std::move(best.coefficients);
  const double from = samples[samples.size() / 2].n;
  fit.exponent = slope(samples, from);
  resample(series, seed, from, fit);
  return fit;
}

}  // namespace algo::growth

#include "growth/chart.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <limits>

namespace algo::growth {
namespace {

constexpr double kWidth = 760;
constexpr double kHeight = 480;
constexpr double kLeft = 80;
constexpr double kRight = 24;
constexpr double kTop = 56;
constexpr double kBottom = 72;
constexpr int kCurveSteps = 80;
constexpr std::array<const char*, 4> kColours{"#0072b2", "#d55e00", "#009e73", "#cc79a7"};

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
}

std::string escaped(std::string text) {
  text = replace_all(to_valid_utf8(text), "&", "&amp;");
  text = replace_all(replace_all(text, "<", "&lt;"), ">", "&gt;");
  return printable(text);
}

// A logarithmic axis: values from 10^low to 10^high over pixels.
struct Axis {
  double low = 0;
  double high = 1;
  double first = 0;  // pixel of `low` …
  double last = 1;   // … and of `high`

  [[nodiscard]] double at(double value) const {
    return first + (std::log10(value) - low) / (high - low) * (last - first);
  }
};

struct Range {
  double least = std::numeric_limits<double>::infinity();
  double most = 0;
  void take(double value) {
    least = std::min(least, value);
    most = std::max(most, value);
  }
};

// A little air on both sides, so that no dot sits on the frame.
Axis axis_of(const Range& range, double first, double last) {
  constexpr double air = 0.06;
  const double low = std::log10(range.least);
  const double high = std::log10(range.most);
  const double more = std::max((high - low) * air, 0.05);
  return {low - more, high + more, first, last};
}

std::string line(double x1, double y1, double x2, double y2, const std::string& style) {
  return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) +
         "\" y2=\"" + number(y2) + "\" " + style + "/>\n";
}

std::string words(double x, double y, const std::string& style, const std::string& text) {
  return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" " + style + ">" + escaped(text) +
         "</text>\n";
}

// 1, 2 and 5 of every decade that the axis shows; fewer when they would crowd.
std::vector<double> ticks(const Axis& axis) {
  const bool wide = axis.high - axis.low > 3;
  std::vector<double> found;
  for (int decade = static_cast<int>(std::floor(axis.low)); decade <= axis.high; ++decade) {
    for (const double step : {1.0, 2.0, 5.0}) {
      const double value = step * std::pow(10.0, decade);
      const bool shown = std::log10(value) >= axis.low && std::log10(value) <= axis.high;
      if (shown && (step == 1.0 || !wide)) found.push_back(value);
    }
  }
  return found;
}

std::string duration_text(double nanos) {
  return human_duration(std::chrono::nanoseconds(std::llround(nanos)));
}

std::string frame(const Axis& x, const Axis& y) {
  const std::string grid = R"(stroke="#dddddd")";
  std::string text;
  for (const double n : ticks(x)) {
    text += line(x.at(n), y.first, x.at(n), y.last, grid);
    text +=
        words(x.at(n), y.first + 18, R"(text-anchor="middle")", std::to_string(std::llround(n)));
  }
  for (const double nanos : ticks(y)) {
    text += line(x.first, y.at(nanos), x.last, y.at(nanos), grid);
    text += words(x.first - 8, y.at(nanos) + 4, R"(text-anchor="end")", duration_text(nanos));
  }
  text += line(x.first, y.first, x.last, y.first, R"(stroke="#333333")");
  text += line(x.first, y.first, x.first, y.last, R"(stroke="#333333")");
  text += words((x.first + x.last) / 2, y.first + 38, R"(text-anchor="middle")", "n");
  return text;
}

std::string dot(double x, double y, std::size_t index, const std::string& colour) {
  if (index % 2 == 0) {
    return "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + R"(" r="4" fill=")" + colour +
           "\"/>\n";
  }
  return "<rect x=\"" + number(x - 3.5) + "\" y=\"" + number(y - 3.5) +
         R"(" width="7" height="7" fill=")" + colour + "\"/>\n";
}

std::string fitted(
    const Curve& curve, const Fit& fit, const Axis& x, const Axis& y, const std::string& colour) {
  const double from = std::log10(static_cast<double>(curve.series.points.front().n));
  const double to = std::log10(static_cast<double>(curve.series.points.back().n));
  std::string points;
  for (int i = 0; i <= kCurveSteps; ++i) {
    const double n = std::pow(10.0, from + (to - from) * i / kCurveSteps);
    const double nanos = fit.at(n);
    if (nanos > 0) points += number(x.at(n)) + "," + number(y.at(nanos)) + " ";
  }
  return R"(<polyline fill="none" stroke=")" + colour +
         R"(" stroke-width="1.5" stroke-dasharray="6 4" points=")" + points + "\"/>\n";
}

std::string drawn(const Curve& curve, const Axis& x, const Axis& y, std::size_t index) {
  const std::string colour = kColours[index % kColours.size()];
  std::string text;
  if (curve.fit && !curve.series.points.empty()) text += fitted(curve, *curve.fit, x, y, colour);
  for (const Point& point : curve.series.points) {
    const double column = x.at(static_cast<double>(point.n));
    text += line(
        column, y.at(point.fastest()), column, y.at(point.slowest()), "stroke=\"" + colour + "\"");
    text += dot(column, y.at(point.median()), index, colour);
  }
  return text;
}

std::string legend(const Curve& curve, std::size_t index) {
  const double y = kTop + 18 + 20 * static_cast<double>(index);
  std::string label = curve.series.label;
  if (curve.fit) label += "  ·  " + curve.fit->model;
  return dot(kLeft + 18, y - 4, index, kColours[index % kColours.size()]) +
         words(kLeft + 30, y, "", label);
}

}  // namespace

std::string chart(const std::vector<Curve>& curves,
                  const std::string& title,
                  const std::string& footnote) {
  Range sizes;
  Range times;
  for (const Curve& curve : curves) {
    for (const Point& point : curve.series.points) {
      sizes.take(static_cast<double>(point.n));
      times.take(point.fastest());
      times.take(point.slowest());
    }
  }
  const Axis x = axis_of(sizes, kLeft, kWidth - kRight);
  const Axis y = axis_of(times, kHeight - kBottom, kTop);
  const std::string extent = "0 0 " + number(kWidth) + " " + number(kHeight);
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" viewBox=\"" +
      extent + "\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#333333\">\n";
  text += R"(<rect width="100%" height="100%" fill="#ffffff"/>)"
          "\n";
  text += words(kLeft, 32, R"(font-size="16")", title) + frame(x, y);
  for (std::size_t i = 0; i < curves.size(); ++i) text += drawn(curves[i], x, y, i);
  for (std::size_t i = 0; i < curves.size(); ++i) text += legend(curves[i], i);
  text += words(kLeft, kHeight - 14, R"(fill="#777777" font-size="11")", footnote);
  return text + "</svg>\n";
}

}  // namespace algo::growth

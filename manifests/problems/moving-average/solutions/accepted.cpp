// Each window is added up anew. A running sum would carry the rounding errors of large numbers into
// windows that no longer contain them.
class Solution {
 public:
  vector<double> movingAverage(vector<double>& samples, int k) {
    vector<double> averages;
    for (auto first = samples.begin(); samples.end() - first >= k; ++first) {
      averages.push_back(accumulate(first, first + k, 0.0) / k);  // 0.0: the sum is a double
    }
    return averages;
  }
};

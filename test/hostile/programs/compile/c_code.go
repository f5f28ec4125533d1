// Brings C with options for its compiler.
package main

// #cgo CFLAGS: -fplugin=/tmp/algo-hostile.so
// #include "/etc/passwd"
import "C"

func main() {}

// Works in a hundred goroutines.
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	line, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	if line != "attack\n" {
		fmt.Print(line)
		return
	}
	for i := 0; i < 100; i++ {
		go func() {
			for {
			}
		}()
	}
	select {}
}

// Connects to a service.
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
)

func main() {
	line, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	if line != "attack\n" {
		fmt.Print(line)
		return
	}
	if connection, err := net.Dial("tcp", "127.0.0.1:80"); err == nil {
		fmt.Println("BREACH", connection)
	}
}
